package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;

/** Finds the address lists that do by IPv6 what they do not say, by letting those come in by IPv6 who could tell. */
final class MaskedLists {

    /** A list that a proxy asks; it stands before all pages that name it in the same words. */
    private record Asked(ServiceId proxy, SortedSet<AddressSetName> list) {}

    private final Ground ground;
    private final Entrances entrances;

    MaskedLists(Ground ground, Entrances entrances) {
        this.ground = ground;
        this.entrances = entrances;
    }

    List<MaskedList> all() {
        Map<Asked, List<MaskedList.Page>> asked = new LinkedHashMap<>();
        for (Server server : ground.topology().servers()) {
            for (Service service : server.services()) {
                Spot spot = ground.spot(server, service);
                if (spot.isActive()) {
                    collect(spot, asked);
                }
            }
        }
        List<MaskedList> found = new ArrayList<>();
        asked.forEach((one, pages) -> ground.spot(one.proxy())
                .flatMap(proxy -> judge(one, pages, proxy))
                .ifPresent(found::add));
        return found;
    }

    private void collect(Spot spot, Map<Asked, List<MaskedList.Page>> asked) {
        for (Route route : spot.service().routes()) {
            if (!route.openTo().isEmpty()
                    && ground.spot(route.proxy())
                            .filter(proxy -> proxy.isActive() && RouteWays.meet(spot, proxy))
                            .isPresent()) {
                asked.computeIfAbsent(new Asked(route.proxy(), route.openTo()), first -> new ArrayList<>(1))
                        .add(new MaskedList.Page(spot.id(), route));
            }
        }
    }

    /** Whoever gets as far as the proxy is let in if the list holds whom it sees instead, on the list or not; and if it does not, he is not. */
    private Optional<MaskedList> judge(Asked one, List<MaskedList.Page> pages, Spot proxy) {
        Guests guests = ground.guests(one.list());
        Entrances.Seen instead = entrances.instead(proxy, Callers.outside(Source.INTERNET, List.of()));
        List<Cidr> seenAs = instead.caller().blocks().stream()
                .filter(block -> block.isIpv6() == instead.ipv6())
                .toList();
        List<Cidr> held = guests.blocks().stream()
                .filter(block -> seenAs.stream().anyMatch(block::overlaps))
                .toList();
        boolean everybody = !held.isEmpty();
        if (everybody ? guests.hasStrangers() : instead.ipv6()) {
            return Optional.empty();
        }
        List<Cidr> wronged = visitors(proxy, guests)
                .filter(visitor -> everybody != guests.blocks().stream().anyMatch(visitor::overlaps))
                .filter(visitor -> getsIn(proxy, visitor))
                .toList();
        List<Cidr> blocks = everybody
                ? held
                : guests.blocks().stream()
                        .filter(block -> wronged.stream().anyMatch(block::overlaps))
                        .toList();
        return wronged.isEmpty()
                ? Optional.empty()
                : Optional.of(new MaskedList(one.proxy(), one.list(), pages, everybody, blocks, seenAs));
    }

    /** Somebody by IPv6 of each kind that the proxy's port or the list could treat otherwise. */
    private Stream<Cidr> visitors(Spot proxy, Guests guests) {
        Stream<Cidr> opened = ground.site(proxy.server().name()).stream()
                .flatMap(site -> Entrances.pages(proxy).stream().flatMap(page -> site.published(page.host()).stream()))
                .flatMap(published -> published.guests().blocks().stream());
        return Blocks.eachKind(Stream.concat(guests.blocks().stream(), opened));
    }

    /** Whether somebody from outside with that address of IPv6 gets as far as the proxy. */
    private boolean getsIn(Spot proxy, Cidr visitor) {
        Caller caller = Callers.outside(Source.address(visitor.address(0)), List.of(visitor));
        return !entrances.of(proxy, caller, new Trace()).isEmpty();
    }
}
