package kz.tapbot.mistake;

import java.util.function.Consumer;

/**
 * A mistake that somebody made and told of.
 *
 * @param title what it is, in a few words
 * @param source where it was told: {@code owner/repository#number} of an issue or pull request, or the address of a page
 * @param code the code of the one finding that tells it
 * @param about what the finding is about
 * @param example what is written in the declaration
 * @param wrong declares it
 * @param right declares what is meant
 */
record Mistake(
        String title,
        String source,
        String code,
        String about,
        String example,
        Consumer<? super Scene> wrong,
        Consumer<? super Scene> right) {

    /** The source as a link. */
    String link() {
        if (source.startsWith("https://")) {
            return "[" + source.substring(8).split("/", 2)[0] + "](" + source + ")";
        }
        return "[" + source + "](https://github.com/" + source.replace("#", "/issues/") + ")";
    }

    @Override
    public String toString() {
        return title;
    }
}
