package kz.tapbot.runtime.host.internal.survey;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import kz.tapbot.model.host.UpdatePolicy;

/** Whether updates install themselves, by apt's settings in effect. */
public final class UpdateReading {

    private UpdateReading() {}

    /** As {@code apt-config dump} prints them; the last that is said of one counts. Absent if nothing installs them. */
    public static Optional<UpdatePolicy> of(boolean installed, String settings) {
        if (!installed
                || value(settings, "APT::Periodic::Unattended-Upgrade")
                        .orElse("0")
                        .equals("0")) {
            return Optional.empty();
        }
        UpdatePolicy.Builder policy = UpdatePolicy.builder();
        if (value(settings, "Unattended-Upgrade::Automatic-Reboot")
                .orElse("false")
                .equals("true")) {
            policy.rebootAt(time(value(settings, "Unattended-Upgrade::Automatic-Reboot-Time")));
        }
        return Optional.of(policy.build());
    }

    /** At once where no time is said that can be read, which is some time after midnight. */
    private static LocalTime time(Optional<String> text) {
        try {
            return text.map(LocalTime::parse).orElse(LocalTime.MIDNIGHT);
        } catch (DateTimeParseException e) {
            return LocalTime.MIDNIGHT;
        }
    }

    private static Optional<String> value(String settings, String key) {
        return settings.lines()
                .filter(line -> line.startsWith(key + " \"") && line.endsWith("\";"))
                .map(line -> line.substring(key.length() + 2, line.length() - 2))
                .reduce((first, second) -> second);
    }
}
