package kz.tapbot.model.net;

import java.util.Comparator;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * A port number with its protocol; the text form is {@code 443/tcp}.
 *
 * @param number 1 to 65535
 * @param protocol the transport
 */
public record Port(int number, Protocol protocol) implements Comparable<Port> {

    private static final Comparator<Port> ORDER =
            Comparator.comparingInt(Port::number).thenComparing(Port::protocol);

    /** Checks the range. */
    public Port {
        if (number < 1 || number > 65_535) {
            throw new InvalidValueException(ModelCode.BAD_PORT, "A port lies between 1 and 65535, not " + number + ".");
        }
    }

    /** A TCP port. */
    public static Port tcp(int number) {
        return new Port(number, Protocol.TCP);
    }

    /** A UDP port. */
    public static Port udp(int number) {
        return new Port(number, Protocol.UDP);
    }

    /**
     * Reads the text form.
     *
     * @throws InvalidValueException if it is not digits, a slash and tcp or udp
     */
    public static Port of(String text) {
        if (text.length() <= 9 && text.matches("[1-9][0-9]{0,4}/(tcp|udp)")) {
            int slash = text.indexOf('/');
            int number = Integer.parseInt(text.substring(0, slash));
            return text.endsWith("tcp") ? tcp(number) : udp(number);
        }
        throw new InvalidValueException(
                ModelCode.BAD_PORT,
                "A port is written like 443/tcp or 51820/udp, not " + InvalidValueException.show(text) + ".");
    }

    @Override
    public int compareTo(Port other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Port that && number == that.number && protocol == that.protocol;
    }

    @Override
    public int hashCode() {
        return 31 * number + protocol.hashCode();
    }

    @Override
    public String toString() {
        return number + "/" + protocol.text();
    }
}
