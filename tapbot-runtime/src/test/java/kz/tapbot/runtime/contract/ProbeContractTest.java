package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Opening;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;
import org.junit.jupiter.api.Test;

/**
 * What is reached from where. The harness's healthy services listen on 8080/tcp in their container. A driver that has no vantage point for a question
 * answers that it cannot tell.
 */
public abstract class ProbeContractTest extends ContainerTrial {

    private static final Port INSIDE = Port.tcp(8080);
    private static final Port PUBLISHED = Port.tcp(18_080);

    @Test
    void a_container_is_healthy_or_it_is_not() {
        ContainerResource container = run(harness.healthy("bot"));
        assertThat(ask(new Probe.Healthy(container.address(), "bot"))).isEqualTo(Outcome.OPEN);
        perform(stop(container.address(), "bot"));
        assertThat(ask(new Probe.Healthy(container.address(), "bot"))).isEqualTo(Outcome.CLOSED);
        assertThat(ask(new Probe.Healthy(container.address(), "nobody"))).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void containers_reach_each_other_by_name_and_alias_on_a_common_network_only() {
        NetworkName apart = NetworkName.of("contract-apart");
        network(apart, true);
        run(on(NET, harness.healthy("one"), List.of()));
        run(on(NET, harness.healthy("two"), List.of("second")));
        run(on(apart, harness.healthy("three"), List.of()));
        is(Outcome.OPEN, from("one", "two", INSIDE));
        is(Outcome.OPEN, from("one", "second", INSIDE));
        is(Outcome.CLOSED, from("one", "two", Port.tcp(9999)));
        is(Outcome.CLOSED, from("one", "three", INSIDE));
        is(Outcome.CLOSED, from("three", "two", INSIDE));
    }

    @Test
    void a_published_port_is_open_where_the_firewall_says_so() {
        assumeTrue(harness.managesHost());
        run(published(Optional.empty()));
        is(Outcome.OPEN, outside(PUBLISHED));
        firewall(false);
        is(Outcome.CLOSED, outside(PUBLISHED));
        firewall(true);
        is(Outcome.OPEN, outside(PUBLISHED));
        is(Outcome.CLOSED, outside(Port.tcp(18_081)));
    }

    @Test
    void a_port_on_the_loopback_address_is_not_open() {
        run(published(Optional.of(IpAddress.of("127.0.0.1"))));
        is(Outcome.CLOSED, outside(PUBLISHED));
    }

    private Service published(Optional<IpAddress> bind) {
        return Service.builder()
                .from(on(NET, harness.healthy("web"), List.of()))
                .addPublications(new Publication(PUBLISHED, INSIDE.number(), bind, List.of()))
                .build();
    }

    private void firewall(boolean open) {
        List<Opening> openings = new ArrayList<>();
        openings.add(new Opening(Port.tcp(harness.server().ssh().port()), new TreeSet<>(), false, "SSH"));
        if (open) {
            openings.add(new Opening(PUBLISHED, new TreeSet<>(), true, "service web"));
        }
        FirewallResource firewall = new FirewallResource(server(), new TreeSet<>(openings), NOTHING);
        perform(new PutFirewall(firewall.address(), firewall));
    }

    private Service on(NetworkName network, Service service, List<String> aliases) {
        return Service.builder()
                .from(service)
                .addNetworks(new Attachment(new NetworkId(server(), network), aliases))
                .build();
    }

    private Probe outside(Port port) {
        return new Probe.FromOutside(address("container", "web"), port, Optional.empty());
    }

    private Probe from(String from, String to, Port port) {
        return new Probe.FromContainer(address("container", from), from, to, port);
    }

    private void is(Outcome expected, Probe probe) {
        assertThat(ask(probe)).as("%s", session.probe(probe)).isIn(expected, Outcome.UNKNOWN);
    }

    private Outcome ask(Probe probe) {
        return session.probe(probe).outcome();
    }
}
