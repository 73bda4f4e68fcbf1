package kz.tapbot.runtime.compose.internal.read;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;

/** Times, sizes and shares as Compose writes them ("Specifying durations", "Specifying byte values" in the Compose file reference). */
final class Quantities {

    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,19})(?:\\.([0-9]{1,6}))? ?([kmgt]?)i?b?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("([0-9]{1,12})(?:\\.([0-9]{1,9}))?(ns|us|µs|ms|s|m|h)");

    private Quantities() {}

    /** A size such as {@code 512m}, {@code 1.5gb} or {@code 1024}; nothing if it is none. */
    static Optional<DataSize> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int power = matcher.group(3).isEmpty()
                ? 0
                : 1 + "kmgt".indexOf(Character.toLowerCase(matcher.group(3).charAt(0)));
        String fraction = matcher.group(2) == null ? "0" : matcher.group(2);
        BigDecimal bytes =
                new BigDecimal(matcher.group(1) + "." + fraction).multiply(BigDecimal.valueOf(1L << 10 * power));
        boolean fits = bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? Optional.of(DataSize.bytes(bytes.longValue())) : Optional.empty();
    }

    /** A time such as {@code 1m30s} or {@code 500ms}; nothing if it is none. */
    static Optional<Duration> time(String text) {
        Matcher matcher = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            BigDecimal amount =
                    new BigDecimal(matcher.group(1) + "." + (matcher.group(2) == null ? "0" : matcher.group(2)));
            BigDecimal nanos = amount.multiply(BigDecimal.valueOf(nanos(matcher.group(3))));
            if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 4)) > 0) {
                return Optional.empty();
            }
            sum = sum.plusNanos(nanos.longValue());
            end = matcher.end();
        }
        return end == text.length() && end > 0 ? Optional.of(sum) : Optional.empty();
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }

    /** A number of processors such as {@code 0.5} or {@code 1.}; nothing if it is none. */
    static Optional<Cpus> cpus(String text) {
        try {
            BigDecimal cores = text.length() > 12 ? BigDecimal.ZERO : new BigDecimal(text);
            return Optional.of(new Cpus(cores.movePointRight(3).intValueExact()));
        } catch (NumberFormatException | ArithmeticException | InvalidValueException e) {
            return Optional.empty();
        }
    }
}
