package kz.tapbot.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** A value that stands in JSON as a number: digits, never an exponent. */
abstract class NumberForm<T> extends Form<T> {

    /** The most characters that a number may have. */
    static final int LONGEST = 40;

    /** A whole number within the range of an {@code int}, whose factory refuses more. */
    static <T> NumberForm<T> whole(IntFunction<T> make, ToIntFunction<T> number) {
        return new Whole<>(make, number);
    }

    /** A decimal number without an exponent. */
    static NumberForm<BigDecimal> decimal() {
        return new Decimal();
    }

    abstract @Nullable T convert(String digits);

    @Override
    final @Nullable T read(Node node, Reading reading) {
        if (!(node instanceof Node.Digits digits)) {
            reading.otherwise(node, due(), node instanceof Node.Text ? " Numbers stand without quotation marks." : "");
            return null;
        }
        try {
            T value = digits.digits().length() > LONGEST ? null : convert(digits.digits());
            if (value == null) {
                reading.found(
                        digits.digits().length() > LONGEST ? ModelCode.JSON_TOO_LARGE : ModelCode.JSON_BAD_VALUE,
                        node.line(),
                        "Here " + due() + " is due, in plain digits, without an exponent, and in a sensible range.");
            }
            return value;
        } catch (InvalidValueException e) {
            reading.refused(node.line(), e);
            return null;
        }
    }

    private static final class Whole<T> extends NumberForm<T> {
        private final IntFunction<T> make;
        private final ToIntFunction<T> number;

        Whole(IntFunction<T> make, ToIntFunction<T> number) {
            this.make = make;
            this.number = number;
        }

        @Override
        @Nullable T convert(String digits) {
            try {
                return digits.equals("-0") ? null : make.apply(Integer.parseInt(digits));
            } catch (InvalidValueException e) {
                throw e;
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Override
        void write(T value, JsonGenerator out) throws IOException {
            out.writeNumber(number.applyAsInt(value));
        }

        @Override
        String due() {
            return "a whole number";
        }
    }

    private static final class Decimal extends NumberForm<BigDecimal> {
        @Override
        @Nullable BigDecimal convert(String digits) {
            boolean plain = digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
            return plain ? new BigDecimal(digits) : null;
        }

        @Override
        void write(BigDecimal value, JsonGenerator out) throws IOException {
            out.writeNumber(value.toPlainString());
        }

        @Override
        String due() {
            return "a number";
        }
    }
}
