package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.memory.MemoryServer;
import kz.tapbot.runtime.memory.SimulatedCrash;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.prove.ProvenClaim;
import kz.tapbot.runtime.prove.Verdict;
import org.junit.jupiter.api.Test;

/** Links between simulated servers: what comes first, other keys, what is changed by hand, and the end. */
class LinkTest {

    private static final LinkName PRIVATE = LinkName.of("private");

    private final World world = World.inOrder();

    @Test
    void a_link_is_set_once_and_every_claim_about_it_holds() {
        world.apply(linked(1));
        world.isAsDeclared(linked(1));
        assertThat(world.runtime().prove(linked(1)).claims())
                .filteredOn(claim -> claim.about().kind().equals("link"))
                .allMatch(claim -> claim.verdict() == Verdict.HOLDS)
                .extracting(ProvenClaim::sentence)
                .contains(
                        "Server data answers over link private.",
                        "n8n reaches postgres of server data on 5432/tcp over link private.",
                        "Nobody else here reaches postgres of server data on 5432/tcp over link private (2 tried).");
    }

    @Test
    void other_keys_are_made_before_and_the_old_ones_go_after() {
        world.apply(linked(1));
        assertThat(changed(world.runtime().plan(linked(2))))
                .containsExactly(
                        "link-key:app/private.2",
                        "link-key:data/private.2",
                        "link:app/private",
                        "link:data/private",
                        "link-key:app/private.1",
                        "link-key:data/private.1");
        world.apply(linked(2));
        world.isAsDeclared(linked(2));
    }

    @Test
    void a_change_of_keys_that_is_killed_anywhere_is_finished_by_the_next_run() {
        world.apply(linked(1));
        long before = world.estate().recorder().writes();
        world.apply(linked(2));
        long effects = world.estate().recorder().writes() - before;
        String wanted = world.estate().fingerprint();
        assertThat(effects).isGreaterThan(12);
        for (int effect = 1; effect <= effects; effect++) {
            World killed = World.inOrder();
            killed.apply(linked(1));
            killed.estate().interruptions().crashBeforeEffect(effect);
            assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> killed.tryToApply(linked(2)));
            killed.estate().interruptions().clear();
            killed.apply(linked(2));
            assertThat(killed.estate().fingerprint())
                    .as("before effect %s", effect)
                    .isEqualTo(wanted);
            assertThat(killed.runtime().prove(linked(2)).holds()).isTrue();
        }
    }

    @Test
    void a_key_that_somebody_replaced_is_made_anew_and_told_to_the_others() {
        world.apply(linked(1));
        server("data").host().replaceLinkKey(PRIVATE, 1);
        assertThat(changed(world.runtime().plan(linked(1))))
                .containsExactly("link-key:data/private.1", "link:app/private", "link:data/private");
        world.apply(linked(1));
        world.isAsDeclared(linked(1));
        assertThat(world.runtime().prove(linked(1)).holds()).isTrue();
    }

    @Test
    void a_link_that_somebody_took_down_breaks_the_proof_and_is_brought_up_again() {
        world.apply(linked(1));
        server("app").host().removeLink(PRIVATE);
        assertThat(world.runtime().prove(linked(1)).claims())
                .filteredOn(claim -> claim.verdict() == Verdict.BROKEN)
                .extracting(ProvenClaim::sentence)
                .contains(
                        "Server data answers over link private.",
                        "Server app answers over link private.",
                        "n8n reaches postgres of server data on 5432/tcp over link private.");
        assertThat(changed(world.runtime().plan(linked(1)))).containsExactly("link:app/private");
        world.apply(linked(1));
        assertThat(world.runtime().prove(linked(1)).holds()).isTrue();
    }

    @Test
    void what_is_no_longer_declared_leaves_nothing_behind() {
        world.apply(linked(1));
        world.apply(topology(List.of()));
        World never = World.inOrder();
        never.apply(topology(List.of()));
        assertThat(world.estate().fingerprint()).isEqualTo(never.estate().fingerprint());
    }

    private MemoryServer server(String name) {
        MemoryEstate estate = world.estate();
        return estate.server(name);
    }

    private static List<String> changed(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.address().toString())
                .toList();
    }

    private static Topology linked(int keys) {
        return topology(List.of(Link.builder()
                .name(PRIVATE)
                .addServers(ServerName.of("app"), ServerName.of("data"))
                .subnet(Cidr.of("10.99.0.0/24"))
                .keys(keys)
                .addPermits(new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/postgres"), 5432))
                .build()));
    }

    private static Topology topology(List<Link> links) {
        return Topology.builder()
                .name(TopologyName.of("linked"))
                .addServers(
                        server("app", "203.0.113.10", service("app", "n8n", 5678), service("app", "other", 80)),
                        server("data", "203.0.113.20", service("data", "postgres", 5432)))
                .links(links)
                .build();
    }

    private static Server server(String name, String address, Service... services) {
        return Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of(address))
                .addNetworks(Network.builder()
                        .name(NetworkName.of("inside"))
                        .internal(true)
                        .build())
                .addServices(services)
                .build();
    }

    private static Service service(String server, String name, int port) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(Image.of("registry.example/" + name + ":1.0"))
                .addListens(Port.tcp(port))
                .addNetworks(Attachment.to(new NetworkId(ServerName.of(server), NetworkName.of("inside"))))
                .build();
    }
}
