package kz.tapbot.validate.internal.networks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2212: the engine answers a name that two containers have with one or the other, in turns. */
final class AliasTwice implements Check {

    /** A name on a network. */
    private record Key(NetworkId network, String name) {}

    @Override
    public void run(Estate estate, Findings findings) {
        if (!hasAliases(estate)) {
            return;
        }
        Map<Key, ServiceEntry> owners = new HashMap<>();
        for (ServiceEntry entry : estate.services()) {
            for (Attachment attachment : entry.service().networks()) {
                owners.putIfAbsent(
                        new Key(attachment.network(), entry.service().name().value()), entry);
            }
        }
        for (ServiceEntry entry : estate.services()) {
            for (Attachment attachment : entry.service().networks()) {
                for (String alias : attachment.aliases()) {
                    ServiceEntry first = owners.putIfAbsent(new Key(attachment.network(), alias), entry);
                    if (first != null && first != entry) {
                        tell(findings, alias, attachment.network(), first, entry);
                    }
                }
            }
        }
    }

    private static boolean hasAliases(Estate estate) {
        for (ServiceEntry entry : estate.services()) {
            if (entry.hasAliases()) {
                return true;
            }
        }
        return false;
    }

    private static void tell(
            Findings findings, String alias, NetworkId network, ServiceEntry first, ServiceEntry second) {
        List<Subject> both =
                Subject.inSourceOrder(List.of(first.at("networks"), second.at("networks")), subject -> subject);
        findings.clash(
                TopologyCode.ALIAS_TWICE,
                both.get(1),
                both.get(0),
                """
                {} answers to "{}" on {}, as {} does.
                Whoever asks for that name gets now the one and now the other.
                Give each a name of its own, unless they are meant to share the work.
                """,
                both.get(1),
                alias,
                network.address(),
                both.get(0));
    }
}
