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

/** TB2103: the engine drops a port published from an internal network without a word. That of a link is one, and takes the place of the engine's own. */
final class InternalPublished implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        boolean onLink = service.networks().isEmpty() && estate.linked(entry.id());
        if (!service.publications().isEmpty()
                && (onLink || !service.networks().isEmpty() && allInternal(estate, service))) {
            findings.add(
                    TopologyCode.INTERNAL_PUBLISHED,
                    entry.at("publications"),
                    """
                    {} publishes {}, but is on {} only.
                    Docker ignores what is published from an internal network and says nothing, so the port would stay closed.
                    Join a network with a way out too, or let a proxy on such a network serve it:
                        var web = {}.network("web");
                    """,
                    entry.subject(),
                    service.publications().first().host(),
                    onLink ? "the internal network of a link" : "internal networks",
                    Detail.variable(entry.server().name()));
        }
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
