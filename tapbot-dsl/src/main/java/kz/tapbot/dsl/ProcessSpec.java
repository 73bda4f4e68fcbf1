package kz.tapbot.dsl;

import java.time.Duration;
import kz.tapbot.model.service.RestartPolicy;

/** The scope of what runs in a container. */
public interface ProcessSpec extends Scope<ProcessSpec> {

    /** Says the program instead of the image's own entry point. */
    ProcessSpec entrypoint(String program, String... arguments);

    /** Says the arguments instead of the image's own. */
    ProcessSpec command(String first, String... more);

    /** Says when it is started again; unless stopped by hand, if not said. */
    ProcessSpec restart(RestartPolicy policy);

    /** Says how long it gets to stop before it is killed; 10 seconds if not said. */
    ProcessSpec stopGrace(Duration time);

    /** Says what must be started, though not be healthy, before it. */
    ProcessSpec startsAfter(ServiceRef... services);
}
