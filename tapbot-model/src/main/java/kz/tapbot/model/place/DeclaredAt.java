package kz.tapbot.model.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something was said: the line itself, and the lines it came through when a helper method said it.
 *
 * @param at the innermost line of the user's code
 * @param via the callers of that line, nearest first; empty when nothing but the line itself is of interest
 */
public record DeclaredAt(SourcePlace at, List<SourcePlace> via) {

    /** Copies the callers. */
    public DeclaredAt {
        via = List.copyOf(via);
    }

    /** A place without callers. */
    public static DeclaredAt at(String file, int line) {
        return new DeclaredAt(new SourcePlace(file, line), List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof DeclaredAt that && at.equals(that.at) && via.equals(that.via);
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + via.hashCode();
    }

    /** The line, and after it the first caller where there is one: {@code (Shop.java:39) via (Shop.java:33)}. */
    @Override
    public String toString() {
        return via.isEmpty() ? at.toString() : at + " via " + via.get(0);
    }
}
