package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;

/**
 * An estate of which one setting is another.
 *
 * @param what the setting
 * @param topology the estate
 */
record OneSetting(String what, Topology topology) {

    private static final List<AddressSetName> VISITORS = List.of(AddressSetName.of("office"), AddressSetName.of("six"));

    /** Every estate that differs in one setting, in an order of its own for each seed. */
    static List<OneSetting> of(Topology topology, long seed) {
        List<OneSetting> all = new ArrayList<>();
        for (Server server : topology.servers()) {
            Changes changes = new Changes(topology, server, all);
            changes.ofServer();
            server.networks().forEach(changes::internal);
            server.open().forEach(changes::rule);
            server.hostServices().forEach(changes::hostService);
            server.services().forEach(changes::service);
        }
        List<OneSetting> rest = new ArrayList<>();
        all.forEach(one -> rest.add(new OneSetting(one.what(), LabPages.rendered(one.topology()))));
        List<OneSetting> ofPages = OnePage.of(topology);
        List<OneSetting> ofLinks = OnePermit.of(topology);
        Collections.shuffle(rest, new Random(seed));
        Collections.shuffle(ofPages, new Random(seed));
        Collections.shuffle(ofLinks, new Random(seed));
        List<List<OneSetting>> kinds = List.of(rest, ofPages, ofLinks);
        List<OneSetting> ordered = new ArrayList<>();
        // Pages first for those that have them, permits next, and the rest for the rest.
        int first = LabEstates.hasPages(seed) && seed % 4 != 0 ? 1 : LabEstates.hasLink(seed) && seed % 5 > 1 ? 2 : 0;
        for (int i = 0; i < kinds.size(); i++) {
            ordered.addAll(kinds.get((first + i) % kinds.size()));
        }
        return ordered;
    }

    /** Collects the changes of one server. */
    private record Changes(Topology topology, Server server, List<OneSetting> all) {

        void ofServer() {
            if (server.networks().stream()
                    .allMatch(network -> network.subnetIpv6().isEmpty())) {
                add("the firewall of " + server.address(), to -> to.firewall(!server.firewall()));
            }
            if (!server.administeredFrom().isEmpty()) {
                add("who administers " + server.address(), to -> to.administeredFrom(List.of()));
            }
        }

        void internal(Network network) {
            List<Network> others = new ArrayList<>(server.networks());
            others.remove(network);
            others.add(Network.builder()
                    .from(network)
                    .internal(!network.internal())
                    .build());
            add(
                    "whether network " + network.name() + " of " + server.address() + " is internal",
                    to -> to.networks(others));
        }

        void rule(FirewallRule rule) {
            List<FirewallRule> others = new ArrayList<>(server.open());
            others.remove(rule);
            others.add(new FirewallRule(rule.port(), rule.from().isEmpty() ? VISITORS : List.of(), rule.reason()));
            add("to whom " + server.address() + " opens " + rule.port(), to -> to.open(others));
        }

        void hostService(HostService service) {
            HostService other = HostService.builder()
                    .from(service)
                    .openTo(service.openTo().isEmpty() ? VISITORS : List.of())
                    .build();
            add("to whom " + service.name() + " is open on " + server.address(), to -> to.hostServices(List.of(other)));
        }

        void service(Service service) {
            for (Publication one : service.publications()) {
                String what = one.host() + " of " + service.name() + " on " + server.address();
                List<AddressSetName> from = one.from().isEmpty() ? VISITORS : List.of();
                publication(
                        service,
                        one,
                        "to whom " + what + " is open",
                        new Publication(one.host(), one.container(), one.bind(), from));
                Optional<IpAddress> bind =
                        one.bind().isPresent() ? Optional.empty() : Optional.of(IpAddress.of("127.0.0.1"));
                publication(
                        service,
                        one,
                        "the address of " + what,
                        new Publication(one.host(), one.container(), bind, one.from()));
            }
            if (service.networks().size() > 1) {
                Service alone = Service.builder()
                        .from(service)
                        .networks(service.networks().tailSet(service.networks().last()))
                        .build();
                replace("a network of " + service.name() + " on " + server.address(), service, alone);
            }
        }

        private void publication(Service service, Publication one, String what, Publication other) {
            List<Publication> others = new ArrayList<>(service.publications());
            others.remove(one);
            long sharing = server.services().stream()
                    .flatMap(any -> any.publications().stream())
                    .filter(any -> any.host().equals(one.host()))
                    .count();
            if (sharing == 1) {
                others.add(other);
                replace(
                        what,
                        service,
                        Service.builder().from(service).publications(others).build());
            }
        }

        private void replace(String what, Service service, Service other) {
            List<Service> others = new ArrayList<>(server.services());
            others.remove(service);
            others.add(other);
            add(what, to -> to.services(others));
        }

        private void add(String what, UnaryOperator<Server.Builder> change) {
            List<Server> servers = new ArrayList<>(topology.servers());
            servers.remove(server);
            servers.add(change.apply(Server.builder().from(server)).build());
            all.add(new OneSetting(
                    what, Topology.builder().from(topology).servers(servers).build()));
        }
    }
}
