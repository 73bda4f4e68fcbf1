package kz.tapbot.validate.internal.services;

import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2312: what others reach comes back after a crash or a reboot. */
final class NeverRestarted implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        boolean used = !service.routes().isEmpty()
                || !service.publications().isEmpty()
                || entry.database()
                || service.is(Trait.PROXY);
        if (used && service.restart() == RestartPolicy.NO) {
            findings.add(TopologyCode.NEVER_RESTARTED, entry.at("restart"), """
                    {} is never started again by the engine.
                    After its first crash, or the next reboot of the server, it stays down until somebody notices.
                    Leave the setting away, which restarts it unless it was stopped by hand:
                        .process(p -> p.restart(RestartPolicy.UNLESS_STOPPED))
                    """, entry.address());
        }
    }
}
