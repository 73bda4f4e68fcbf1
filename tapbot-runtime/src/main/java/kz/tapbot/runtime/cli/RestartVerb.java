package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.event.EventListener;

/** {@code restart}: stops and starts containers as they are, and waits until they are healthy. */
final class RestartVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Running.check(in);
        Servers servers = Servers.standing(in, EventListener.NONE);
        List<ServiceId> services = Targets.services(in, servers.topology());
        ApplyReport report =
                Running.run(in, "restart", how -> servers.runtime().daily().restart(servers.topology(), services, how));
        return ApplyVerb.tell(in, report, Optional.empty());
    }
}
