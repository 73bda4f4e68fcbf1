package kz.tapbot.runtime.operate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag read as a version: numbers with dots between them, and a flavour around them, such as {@code v} before and {@code -alpine3.20} behind. Tags that are compared have the
 * same flavour, numbers in it apart, and as many numbers: {@code 16} moves and is no version beside {@code 16.9}.
 *
 * @param numbers those of the version, then those of the flavour
 * @param parts how many of them are of the version
 * @param flavour what is around the numbers
 */
record Version(List<BigInteger> numbers, int parts, String flavour) implements Comparable<Version> {

    private static final Pattern TAG = Pattern.compile("(v?)([0-9]{1,18}(?:\\.[0-9]{1,18}){0,5})((?:[-+_.].{0,100})?)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The version that a tag names, if it names one. */
    static Optional<Version> of(String tag) {
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers = new ArrayList<>();
        Matcher own = NUMBER.matcher(matcher.group(2));
        while (own.find()) {
            numbers.add(new BigInteger(own.group()));
        }
        int parts = numbers.size();
        Matcher behind = NUMBER.matcher(matcher.group(3));
        while (behind.find()) {
            numbers.add(new BigInteger(behind.group()));
        }
        String flavour =
                matcher.group(1) + "#" + NUMBER.matcher(matcher.group(3)).replaceAll("#");
        return Optional.of(new Version(numbers, parts, flavour.replaceAll("#(\\.#)+", "#")));
    }

    BigInteger major() {
        return numbers.get(0);
    }

    /** Whether it can take the place of another without being of another kind. */
    boolean isLike(Version other) {
        return parts == other.parts && flavour.equals(other.flavour);
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }
}
