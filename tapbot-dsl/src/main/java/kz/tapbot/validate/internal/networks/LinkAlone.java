package kz.tapbot.validate.internal.networks;

import java.util.Optional;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2217: the internal network of a link takes the place of the engine's own. One that publishes from there is told of that alone (TB2103). */
final class LinkAlone implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (!service.networks().isEmpty() || !service.publications().isEmpty()) {
            return;
        }
        Optional<Subject> permit = estate.linkedBy(entry.id());
        if (permit.isPresent()) {
            findings.clash(
                    TopologyCode.LINK_ALONE,
                    new Subject(entry.address(), permit.get().place()),
                    entry.subject(),
                    """
                    {} joins no network; a permit of {} puts it on the internal network of that link alone.
                    Without a permit it has a way out, by the engine's own network; with it, nothing that it asks of the Internet is answered.
                    Let it join a network, an internal one if it needs no way out:
                        .joins({}.network("{}"))
                    """,
                    entry.address(),
                    permit.get(),
                    Detail.variable(entry.server().name()),
                    service.name());
        }
    }
}
