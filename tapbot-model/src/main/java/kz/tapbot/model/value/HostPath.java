package kz.tapbot.model.value;

import org.jspecify.annotations.Nullable;

/**
 * An absolute path on a server, without {@code .}, {@code ..}, empty parts, or a slash at the end.
 *
 * @param value the path
 */
public record HostPath(String value) implements Comparable<HostPath> {

    /** Checks the path. */
    public HostPath {
        value = Paths.check("host path", value);
    }

    /**
     * The path of that text.
     *
     * @throws InvalidValueException if it is not absolute and plain
     */
    public static HostPath of(String value) {
        return new HostPath(value);
    }

    /** The path of something below this one. */
    public HostPath resolve(String relative) {
        return new HostPath(value.equals("/") ? "/" + relative : value + "/" + relative);
    }

    @Override
    public int compareTo(HostPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof HostPath that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
