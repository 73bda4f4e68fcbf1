package kz.tapbot.model.place;

/**
 * A line of a source file; its text form {@code (Shop.java:16)} is what IDEs turn into a link.
 *
 * @param file the file's name without folders
 * @param line the line, from 1; 0 if unknown
 */
public record SourcePlace(String file, int line) {

    @Override
    public String toString() {
        return "(" + file + ":" + line + ")";
    }
}
