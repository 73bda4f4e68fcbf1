package kz.tapbot.model.value;

/**
 * An absolute path inside a container, without {@code .}, {@code ..}, empty parts, or a slash at the end.
 *
 * @param value the path
 */
public record ContainerPath(String value) implements Comparable<ContainerPath> {

    /** Checks the path. */
    public ContainerPath {
        value = Paths.check("container path", value);
    }

    /**
     * The path of that text.
     *
     * @throws InvalidValueException if it is not absolute and plain
     */
    public static ContainerPath of(String value) {
        return new ContainerPath(value);
    }

    /** The path of something below this one. */
    public ContainerPath resolve(String relative) {
        return new ContainerPath(value.equals("/") ? "/" + relative : value + "/" + relative);
    }

    @Override
    public int compareTo(ContainerPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
