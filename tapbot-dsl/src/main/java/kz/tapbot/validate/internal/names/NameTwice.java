package kz.tapbot.validate.internal.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2001: every name is unique among its kind. The lists of the model are sorted, so equal names stand side by side. */
final class NameTwice implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        if (entry.service().stores().size() > 1) {
            twice(findings, entry.id().toString(), entry.service().stores());
        }
        if (entry.service().provisions().size() > 1) {
            twice(findings, entry.id().toString(), entry.service().provisions());
        }
    }

    @Override
    public void run(Estate estate, Findings findings) {
        Topology topology = estate.topology();
        String whole = "";
        twice(findings, whole, topology.addressSets());
        twice(findings, whole, topology.zones());
        twice(findings, whole, topology.certificateAuthorities());
        twice(findings, whole, topology.secrets());
        twice(findings, whole, topology.outsideApis());
        twice(findings, whole, topology.registryLogins());
        twice(findings, whole, topology.servers());
        twice(findings, whole, topology.links());
        twice(findings, whole, topology.backups());
        twice(findings, whole, topology.notifiers());
        twice(findings, whole, topology.alerts());
        for (Server server : estate.servers()) {
            String name = server.name().value();
            twice(findings, name, server.delegates());
            twice(findings, name, server.networks());
            twice(findings, name, server.volumes());
            twice(findings, name, server.services());
            twice(findings, name, server.hostServices());
            inContainerAndOnHost(findings, server);
        }
    }

    private static void inContainerAndOnHost(Findings findings, Server server) {
        if (server.hostServices().isEmpty()) {
            return;
        }
        Map<String, Service> inContainer = new HashMap<>();
        for (Service service : server.services()) {
            inContainer.putIfAbsent(service.name().value(), service);
        }
        String whole = server.name().value();
        for (HostService service : server.hostServices()) {
            Service namesake = inContainer.get(service.name().value());
            if (namesake != null) {
                List<Subject> both = Subject.inSourceOrder(
                        List.of(Named.subject(service, whole), Named.subject(namesake, whole)), subject -> subject);
                findings.clash(TopologyCode.NAME_TWICE, both.get(1), both.get(0), """
                        {} has the name of {}.
                        Services of a server share their names, in containers or not, so that a name always means one of them.
                        Rename one of the two.
                        """, both.get(1), both.get(0));
            }
        }
    }

    private static void twice(Findings findings, String whole, List<?> sorted) {
        if (sorted.size() < 2) {
            return;
        }
        String before = Named.of(sorted.get(0));
        int first = 0;
        for (int i = 1; i < sorted.size(); i++) {
            String name = Named.of(sorted.get(i));
            if (!name.equals(before)) {
                before = name;
                first = i;
            } else if (i + 1 == sorted.size() || !name.equals(Named.of(sorted.get(i + 1)))) {
                tell(findings, whole, sorted.subList(first, i + 1));
            }
        }
    }

    private static void tell(Findings findings, String whole, List<?> namesakes) {
        List<Subject> subjects = new ArrayList<>();
        for (Object namesake : namesakes) {
            subjects.add(Named.subject(namesake, whole));
        }
        List<Subject> inOrder = Subject.inSourceOrder(subjects, subject -> subject);
        for (Subject later : inOrder.subList(1, inOrder.size())) {
            findings.clash(TopologyCode.NAME_TWICE, later, inOrder.get(0), """
                    {} is declared a second time.
                    A name is what the machines, messages and references call a thing by, so it can mean only one of its kind.
                    Rename one of the two, or remove the one that is left over from copying.
                    """, later);
        }
    }
}
