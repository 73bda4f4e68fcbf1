package kz.tapbot.model.server;

import java.util.Optional;
import java.util.Set;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * The distribution a server runs.
 *
 * @param distribution {@code ubuntu} or {@code debian}
 * @param version the release: an Ubuntu LTS from 22.04, or Debian from 12
 */
public record OperatingSystem(String distribution, String version) {

    private static final Set<String> KNOWN =
            Set.of("ubuntu 22.04", "ubuntu 24.04", "ubuntu 26.04", "debian 12", "debian 13");

    /** Checks that Tapbot knows the release. */
    public OperatingSystem {
        if (!KNOWN.contains(distribution + " " + version)) {
            throw new InvalidValueException(
                    ModelCode.BAD_SYSTEM_NAME,
                    "Tapbot knows Ubuntu 22.04, 24.04 and 26.04 and Debian 12 and 13, not "
                            + InvalidValueException.show(distribution + " " + version) + ".");
        }
    }

    /** An Ubuntu LTS release. */
    public static OperatingSystem ubuntu(String version) {
        return new OperatingSystem("ubuntu", version);
    }

    /** A Debian release. */
    public static OperatingSystem debian(String version) {
        return new OperatingSystem("debian", version);
    }

    /** The release of that name, {@code debian 12}; nothing if Tapbot does not know it. */
    public static Optional<OperatingSystem> find(String name) {
        int space = name.indexOf(' ');
        return KNOWN.contains(name)
                ? Optional.of(new OperatingSystem(name.substring(0, space), name.substring(space + 1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return distribution + " " + version;
    }
}
