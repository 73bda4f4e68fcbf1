package kz.tapbot.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who runs this process, as others see it who find a lock held. Asks no name service, because that can take seconds. */
final class Who {

    private Who() {}

    static String runsThis() {
        return System.getProperty("user.name", "somebody") + "@" + machine();
    }

    private static String machine() {
        String name = System.getenv("HOSTNAME");
        name = name == null ? System.getenv("COMPUTERNAME") : name;
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            String written = Files.readString(Path.of("/etc/hostname")).strip();
            return written.isEmpty() ? "unnamed" : written;
        } catch (IOException e) {
            return "unnamed";
        }
    }
}
