package kz.tapbot.validate.internal.services;

import java.util.List;
import kz.tapbot.validate.internal.Check;

/** The checks of this package. */
public final class ServiceChecks {

    private ServiceChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(
                new NeedCycles(),
                new Health(),
                new MovingTag(),
                new Capabilities(),
                new EnvironmentNames(),
                new EngineSocket(),
                new HealthTool(),
                new RequiredVariables(),
                new ListenAddresses(),
                new OldVersion(),
                new HostPaths(),
                new NeverRestarted(),
                new KernelSettings(),
                new ShellMissing(),
                new EnvironmentValues(),
                new ListensToContainer(),
                new FileUnreadable(),
                new HealthAtLocalhost(),
                new DatabaseTimes());
    }
}
