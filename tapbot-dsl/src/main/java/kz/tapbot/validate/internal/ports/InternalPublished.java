package kz.tapbot.validate.internal.ports;

import java.util.Optional;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2103: the engine drops a port published from an internal network without a word. That of a link is one, and takes the place of the engine's own. */
final class InternalPublished implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (service.publications().isEmpty()) {
            return;
        }
        Optional<Subject> permit = service.networks().isEmpty() ? estate.linkedBy(entry.id()) : Optional.empty();
        if (permit.isPresent()) {
            onLink(entry, permit.get(), findings);
        } else if (!service.networks().isEmpty() && allInternal(estate, service)) {
            findings.add(
                    TopologyCode.INTERNAL_PUBLISHED,
                    entry.at("publications"),
                    """
                    {} publishes {}, but is on internal networks only.
                    Docker ignores what is published from an internal network and says nothing, so the port would stay closed.
                    Join a network with a way out too, or let a proxy on such a network serve it:
                        var web = {}.network("web");
                    """,
                    entry.subject(),
                    service.publications().first().host(),
                    Detail.variable(entry.server().name()));
        }
    }

    private static void onLink(ServiceEntry entry, Subject permit, Findings findings) {
        findings.clash(
                TopologyCode.INTERNAL_PUBLISHED,
                new Subject(entry.address(), permit.place()),
                entry.at("publications"),
                """
                {} publishes {}, and joins no network; a permit of {} puts it on the internal network of that link alone.
                Docker ignores what is published from an internal network and says nothing, so the port would stay closed.
                Let it join a network with a way out:
                    .joins({}.network("{}"))
                """,
                entry.address(),
                entry.service().publications().first().host(),
                permit,
                Detail.variable(entry.server().name()),
                entry.service().name());
    }

    private static boolean allInternal(Estate estate, Service service) {
        for (Attachment attachment : service.networks()) {
            Optional<Network> network = estate.network(attachment.network());
            if (network.isEmpty() || !network.get().internal()) {
                return false;
            }
        }
        return true;
    }
}
