package kz.tapbot.mistake;

import java.util.List;
import java.util.function.Consumer;

/**
 * Something that went wrong on the servers that Tapbot was made for.
 *
 * @param number its place among those accidents
 * @param title what it is, in a few words
 * @param example what is written in the declaration
 * @param found code and object of everything that is found then
 * @param wrong declares it
 * @param right declares what is meant
 */
record Accident(
        int number,
        String title,
        String example,
        List<String> found,
        Consumer<? super Scene> wrong,
        Consumer<? super Scene> right) {

    @Override
    public String toString() {
        return number + ": " + title;
    }
}
