package kz.tapbot.service;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/** A released version: two or more numbers, and perhaps a variant of the image after a hyphen. */
record Version(String text, List<Integer> numbers, String variant) {

    Version {
        numbers = List.copyOf(numbers);
    }

    /**
     * Reads a version that does not move: the tag {@code 16} is another image tomorrow, {@code 16.9} is not.
     *
     * @param product the class the user wrote, for the message
     * @param parts how many numbers the vendor's releases have
     * @param example a version as the vendor writes it
     */
    static Version of(String product, String given, int parts, String example) {
        String plain = given.startsWith("v") ? given.substring(1) : given;
        int cut = plain.indexOf('-');
        String variant = cut < 0 ? "" : plain.substring(cut + 1);
        String[] pieces = (cut < 0 ? plain : plain.substring(0, cut)).split("\\.", -1);
        List<Integer> numbers = new ArrayList<>();
        boolean good = cut < 0 || variant.matches("[a-z0-9][a-z0-9.-]{0,40}");
        for (String piece : pieces) {
            good &= piece.matches("[0-9]{1,6}");
            numbers.add(good ? Integer.parseInt(piece) : 0);
        }
        if (!good || pieces.length != parts) {
            throw new InvalidValueException(
                    ModelCode.BAD_IMAGE,
                    product + " is released in versions such as " + example + "; " + InvalidValueException.show(given)
                            + " is none, or one that moves with each release. Name one exactly:\n    " + product
                            + ".version(\"" + example + "\")");
        }
        return new Version(plain, numbers, variant);
    }

    /** Refuses what the definition does not know how to set up. */
    Version atLeast(String product, int lowest, String because) {
        if (major() < lowest) {
            throw new InvalidValueException(
                    ModelCode.BAD_IMAGE,
                    product + " " + text + " cannot be declared: " + because + " Take version " + lowest
                            + " or later, or declare a container of your own.");
        }
        return this;
    }

    int major() {
        return numbers.get(0);
    }

    boolean isAtLeast(int... other) {
        for (int i = 0; i < other.length; i++) {
            int own = i < numbers.size() ? numbers.get(i) : 0;
            if (own != other[i]) {
                return own > other[i];
            }
        }
        return true;
    }

    boolean isAlpine() {
        return variant.startsWith("alpine");
    }
}
