package kz.tapbot.validate.internal.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Route;
import kz.tapbot.reach.MaskedList;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/**
 * TB2521 and TB2522: by IPv6 a proxy may see everybody as its own server. What its address lists then do is asked of the reachability, so that its
 * table and these findings say the same. Told once for each list of a proxy, where one cure mends all its pages.
 */
final class AddressLists implements Check {

    private static final int PAGES_NAMED = 3;

    @Override
    public void run(Estate estate, Findings findings) {
        // Who reaches what takes longer to find out than all other checks together.
        if (estate.services().stream()
                .flatMap(entry -> entry.service().routes().stream())
                .noneMatch(route -> !route.openTo().isEmpty() && isReachedByIpv6(estate, route))) {
            return;
        }
        for (MaskedList masked : estate.reachability().maskedLists()) {
            estate.service(masked.proxy()).ifPresent(proxy -> new Told(estate, masked, proxy).tell(findings));
        }
    }

    private static boolean isReachedByIpv6(Estate estate, Route route) {
        return estate.service(route.proxy())
                .map(ServiceEntry::server)
                .filter(server -> server.ipv6().isPresent()
                        || server.host().ip().map(IpAddress::isIpv6).orElse(true))
                .isPresent();
    }

    /** A list, its proxy, and the network by which the proxy gets its visitors. */
    private record Told(Estate estate, MaskedList masked, ServiceEntry proxy) {

        void tell(Findings findings) {
            boolean ipv6 = masked.seenAs().stream().anyMatch(Cidr::isIpv6);
            findings.clash(
                    masked.everybody() ? TopologyCode.LIST_ADMITS_EVERYBODY : TopologyCode.LIST_ADMITS_NOBODY,
                    route(),
                    way(),
                    """
                    {} serves {} to {} only{}.
                    {} comes by IPv6 is handed on by a program of the engine, so that the proxy sees {}, whoever it is.
                    {}
                    {}
                    """,
                    proxy.address(),
                    pages(),
                    Detail.list(masked.list().stream()
                            .map(name -> "addresses:" + name)
                            .toList()),
                    ipv6 ? "" : ", and is on no network with IPv6",
                    ipv6 ? "Before Docker 27, who" : "Who",
                    seen(),
                    masked.everybody() ? everybody() : nobody(),
                    String.join("\n", cures(ipv6)));
        }

        private String everybody() {
            String holds = masked.blocks().size() == 1 ? "holds" : "hold";
            return blocks() + " of the list "
                    + (isSure() ? holds + " that address and so" : "may hold that address, and then")
                    + " " + (masked.blocks().size() == 1 ? "lets" : "let") + " in everybody who comes by IPv6.";
        }

        private String nobody() {
            return "Nobody gets in by " + blocks() + " of the list, and browsers take IPv6 where they have the choice.";
        }

        private List<String> cures(boolean ipv6) {
            List<String> lines = new ArrayList<>();
            if (proxy.server().host().ip().isEmpty()) {
                lines.add(proxy.server().address()
                        + " is known by its name alone, which may stand for an address of IPv6.");
            }
            if (ipv6) {
                lines.add("Take " + blocks() + " from the list, and name there who is meant.");
            } else {
                lines.add("Take " + blocks() + " from the list, or "
                        + (network().isPresent() ? "give the proxy's network" : "put the proxy on a network with")
                        + " a block of IPv6"
                        + (masked.everybody() ? ":" : ", to which Docker forwards from release 27 on:"));
                lines.add("    " + declared());
            }
            if (proxy.plain()) {
                lines.add("Or let the proxy take its visitors by IPv4 alone:");
                lines.add("    .publishes(Port.tcp(443), p -> p.on(IpAddress.of(\"0.0.0.0\")))");
            }
            return lines;
        }

        private String declared() {
            String name = network().map(id -> id.network().value()).orElse("web");
            String subnet = network()
                    .flatMap(estate::network)
                    .flatMap(Network::subnet)
                    .map(block -> ".subnet(\"" + block + "\")")
                    .orElse("");
            String variable = network().map(id -> Detail.variable(id.network())).orElse("web");
            return "var " + variable + " = " + Detail.variable(proxy.server().name()) + ".network(\"" + name
                    + "\", n -> n" + subnet + ".subnetIpv6(\"fd00:0:0:20::/64\"));";
        }

        /** What was said last: the first of the pages, where the list stands. */
        private Subject route() {
            List<Subject> all = new ArrayList<>();
            for (MaskedList.Page page : masked.pages()) {
                estate.service(page.service())
                        .map(entry -> entry.route(page.route()))
                        .ifPresent(all::add);
            }
            Optional<Subject> first =
                    Subject.inSourceOrder(all, said -> said).stream().findFirst();
            return new Subject(proxy.address(), first.flatMap(Subject::place));
        }

        private Subject way() {
            return network()
                    .flatMap(id -> estate.network(id).map(network -> Subject.of(id.address(), network.places())))
                    .orElseGet(() -> proxy.at("publications"));
        }

        private Optional<NetworkId> network() {
            return proxy.service().networks().stream()
                    .map(Attachment::network)
                    .filter(id -> estate.network(id)
                            .filter(network -> !network.internal())
                            .isPresent())
                    .findFirst();
        }

        private String pages() {
            List<String> named = masked.pages().stream()
                    .map(MaskedList.Page::toString)
                    .limit(PAGES_NAMED)
                    .collect(Collectors.toCollection(ArrayList::new));
            int more = masked.pages().size() - named.size();
            if (more > 0) {
                named.add(more + " more");
            }
            return Detail.list(named);
        }

        private String blocks() {
            return Detail.list(masked.blocks());
        }

        /** What it sees may be one of many, where nobody said which block the network has. */
        private boolean isSure() {
            return masked.seenAs().stream().allMatch(block -> block.prefixLength() == (block.isIpv6() ? 128 : 32));
        }

        private String seen() {
            String server = " of " + proxy.server().address();
            return isSure()
                    ? masked.seenAs().stream()
                            .map(block -> block.address(0).value())
                            .collect(Collectors.joining(" or ", "", server))
                    : "an address" + server + " that the engine chooses in "
                            + masked.seenAs().stream().map(Cidr::value).collect(Collectors.joining(" or "));
        }
    }
}
