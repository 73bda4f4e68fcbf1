package kz.tapbot.model.place;

import org.jspecify.annotations.Nullable;

/**
 * A line of a source file; its text form {@code (Shop.java:16)} is what IDEs turn into a link.
 *
 * @param file the file's name without folders
 * @param line the line, from 1; 0 if unknown
 */
public record SourcePlace(String file, int line) {

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof SourcePlace that && line == that.line && file.equals(that.file);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + line;
    }

    @Override
    public String toString() {
        return "(" + file + ":" + line + ")";
    }
}
