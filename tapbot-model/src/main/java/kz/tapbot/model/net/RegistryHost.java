package kz.tapbot.model.net;

import java.util.Set;
import java.util.regex.Pattern;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A registry of images as references to images name it: {@code ghcr.io}, {@code registry.example.com:5000}; Docker Hub is {@code docker.io}.
 *
 * @param value the host, with a port if it is not the usual one
 */
public record RegistryHost(String value) implements Comparable<RegistryHost> {

    private static final Set<String> OTHER_NAMES_OF_DOCKER_HUB =
            Set.of("hub.docker.com", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com");

    /** What a reference to an image can begin with, as {@link kz.tapbot.model.service.Image} has it; an IPv6 address cannot be part of one. */
    private static final Pattern RULE = Pattern.compile("(?=.*[.:]|localhost$)[a-z0-9.-]{1,500}(?::[0-9]{1,5})?");

    /** Docker Hub, where images are whose name says no registry. */
    public static final RegistryHost DOCKER_HUB = new RegistryHost("docker.io");

    /** Checks the text. */
    public RegistryHost {
        if (OTHER_NAMES_OF_DOCKER_HUB.contains(value)) {
            throw new InvalidValueException(
                    ModelCode.BAD_HOST_NAME,
                    value + " is Docker Hub, which references to images call docker.io. Write docker.io.");
        }
        if (!RULE.matcher(value).matches()) {
            throw new InvalidValueException(
                    ModelCode.BAD_HOST_NAME,
                    "A registry is the host that references to its images begin with, for example ghcr.io or"
                            + " registry.example.com:5000, without https:// and path; "
                            + InvalidValueException.show(value) + " is not one.");
        }
    }

    /**
     * The registry of that name.
     *
     * @throws InvalidValueException if no reference to an image can begin with it
     */
    public static RegistryHost of(String value) {
        return new RegistryHost(value);
    }

    /**
     * The registry that an image's name means: the one it says, and Docker Hub otherwise.
     *
     * @param imageName the name of an image, without tag and digest
     */
    public static RegistryHost ofImage(String imageName) {
        if (!isSaidIn(imageName)) {
            return DOCKER_HUB;
        }
        String first = imageName.substring(0, imageName.indexOf('/'));
        return OTHER_NAMES_OF_DOCKER_HUB.contains(first) ? DOCKER_HUB : new RegistryHost(first);
    }

    /** Whether an image's name begins with a registry: engines take what is before the first slash for one if it has a dot or a colon or is {@code localhost}. */
    public static boolean isSaidIn(String imageName) {
        int slash = imageName.indexOf('/');
        String first = slash < 0 ? "" : imageName.substring(0, slash);
        return first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
    }

    @Override
    public int compareTo(RegistryHost other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
