package kz.tapbot.validate.internal.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.tapbot.model.Topology;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2001: every name is unique among its kind. The lists of the model are sorted, so equal names stand side by side. */
final class NameTwice implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Topology topology = estate.topology();
        twice(findings, topology.addressSets(), AddressSet::name, AddressSet::address, AddressSet::places);
        twice(findings, topology.zones(), Zone::name, Zone::address, Zone::places);
        twice(
                findings,
                topology.certificateAuthorities(),
                CertificateAuthority::name,
                CertificateAuthority::address,
                CertificateAuthority::places);
        twice(
                findings,
                topology.secrets(),
                SecretDeclaration::name,
                SecretDeclaration::address,
                SecretDeclaration::places);
        twice(findings, topology.outsideApis(), OutsideApi::name, OutsideApi::address, OutsideApi::places);
        twice(findings, topology.servers(), Server::name, Server::address, Server::places);
        twice(findings, topology.links(), Link::name, Link::address, Link::places);
        twice(findings, topology.backups(), Backup::name, Backup::address, Backup::places);
        twice(findings, topology.notifiers(), Notifier::name, Notifier::address, Notifier::places);
        twice(findings, topology.alerts(), Alert::name, Alert::address, Alert::places);
        estate.servers().forEach(server -> onServer(findings, server));
        estate.services().forEach(entry -> inService(findings, entry));
    }

    private static void onServer(Findings findings, Server server) {
        ServerName name = server.name();
        twice(
                findings,
                server.delegates(),
                delegate -> delegate.name().value(),
                delegate -> Address.on(name, "delegate", delegate.name().value()),
                delegate -> delegate.places());
        twice(
                findings,
                server.networks(),
                network -> network.name(),
                network -> Address.on(name, "network", network.name().value()),
                network -> network.places());
        twice(
                findings,
                server.volumes(),
                volume -> volume.name(),
                volume -> Address.on(name, "volume", volume.name().value()),
                volume -> volume.places());
        twice(
                findings,
                server.services(),
                Service::name,
                service -> Address.on(name, "service", service.name().value()),
                Service::places);
        twice(
                findings,
                server.hostServices(),
                HostService::name,
                service -> hostAddress(server, service),
                HostService::places);
        inContainerAndOnHost(findings, server);
    }

    private static void inContainerAndOnHost(Findings findings, Server server) {
        if (server.hostServices().isEmpty()) {
            return;
        }
        Map<ServiceName, Service> inContainer = new HashMap<>();
        server.services().forEach(service -> inContainer.putIfAbsent(service.name(), service));
        for (HostService service : server.hostServices()) {
            Service namesake = inContainer.get(service.name());
            if (namesake != null) {
                Address address =
                        Address.on(server.name(), "service", namesake.name().value());
                List<Subject> both = Subject.inSourceOrder(
                        List.of(
                                Subject.of(hostAddress(server, service), service.places()),
                                Subject.of(address, namesake.places())),
                        subject -> subject);
                findings.clash(TopologyCode.NAME_TWICE, both.get(1), both.get(0), """
                        {} has the name of {}.
                        Services of a server share their names, in containers or not, so that a name always means one of them.
                        Rename one of the two.
                        """, both.get(1), both.get(0));
            }
        }
    }

    private static Address hostAddress(Server server, HostService service) {
        return Address.on(server.name(), "host-service", service.name().value());
    }

    private static void inService(Findings findings, ServiceEntry entry) {
        twice(
                findings,
                entry.service().stores(),
                StoredData::name,
                data -> new Address("data", entry.id() + "/" + data.name()),
                StoredData::places);
        twice(
                findings,
                entry.service().provisions(),
                provision -> provision.kind() + " " + provision.name(),
                provision -> new Address(provision.kind(), entry.id() + "/" + provision.name()),
                Provision::places);
    }

    private static <T> void twice(
            Findings findings,
            List<T> sorted,
            Function<T, ?> name,
            Function<T, Address> address,
            Function<T, Places> places) {
        for (int i = 1; i < sorted.size(); i++) {
            Object first = name.apply(sorted.get(i - 1));
            if (!first.equals(name.apply(sorted.get(i)))) {
                continue;
            }
            List<Subject> namesakes = new ArrayList<>();
            namesakes.add(Subject.of(address.apply(sorted.get(i - 1)), places.apply(sorted.get(i - 1))));
            for (; i < sorted.size() && first.equals(name.apply(sorted.get(i))); i++) {
                namesakes.add(Subject.of(address.apply(sorted.get(i)), places.apply(sorted.get(i))));
            }
            tell(findings, namesakes);
        }
    }

    private static void tell(Findings findings, List<Subject> namesakes) {
        List<Subject> inOrder = Subject.inSourceOrder(namesakes, subject -> subject);
        for (Subject later : inOrder.subList(1, inOrder.size())) {
            findings.clash(TopologyCode.NAME_TWICE, later, inOrder.get(0), """
                    {} is declared a second time.
                    A name is what the machines, messages and references call a thing by, so it can mean only one of its kind.
                    Rename one of the two, or remove the one that is left over from copying.
                    """, later);
        }
    }
}
