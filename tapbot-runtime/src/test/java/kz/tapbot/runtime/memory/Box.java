package kz.tapbot.runtime.memory;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.contract.Performing;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.operation.ConfigureDaemon;
import kz.tapbot.runtime.operation.CreateContainer;
import kz.tapbot.runtime.operation.CreateNetwork;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.PullImage;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.Opening;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** One simulated server with a session, for tests that go through its details. */
final class Box {

    static final TopologyName OURS = TopologyName.of("shop");
    static final NetworkName WEB = NetworkName.of("web");

    final MemoryEstate estate;
    final Server server;
    final MemoryServer machine;
    final KnownContents contents = new KnownContents();
    Session session;

    Box() {
        this(MemoryEstate.create(), "app", "203.0.113.10");
    }

    Box(MemoryEstate estate, String name, String address) {
        this.estate = estate;
        server = Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of(address))
                .build();
        machine = estate.server(name);
        session = open();
    }

    Session open() {
        return open(server);
    }

    Session open(Server as) {
        return estate.driver().open(as, new SessionContext(OURS, contents, "anna@laptop"));
    }

    void perform(Operation... operations) {
        for (Operation operation : operations) {
            Performing.perform(session, operation);
        }
    }

    ServerFacts look() {
        return session.observe(List.of());
    }

    /** Installs the engine and makes the network {@code web}. */
    Box withEngine() {
        DaemonResource daemon = new DaemonResource(server.name(), new TreeMap<>(), new TreeSet<>());
        NetworkResource web =
                new NetworkResource(server.name(), WEB, false, Optional.empty(), Optional.empty(), new TreeSet<>());
        perform(new ConfigureDaemon(daemon.address(), daemon), new CreateNetwork(web.address(), web));
        return this;
    }

    void firewall(Opening... openings) {
        FirewallResource firewall =
                new FirewallResource(server.name(), new TreeSet<>(List.of(openings)), new TreeSet<>());
        perform(new PutFirewall(firewall.address(), firewall));
    }

    static Opening opening(Port port, boolean container) {
        return new Opening(port, Collections.emptySortedSet(), container, "a test");
    }

    Service.Builder service(String name, Image image) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(image)
                .addNetworks(Attachment.to(new NetworkId(server.name(), WEB)))
                .addListens(Port.tcp(8080))
                .healthCheck(HealthCheck.of(Command.of("true")));
    }

    static Publication published(int port) {
        return new Publication(Port.tcp(port), 8080, Optional.empty(), List.of());
    }

    ContainerResource container(Service service) {
        return new ContainerResource(server.name(), service, new TreeSet<>());
    }

    /** Pulls, creates and starts. */
    ContainerResource start(Service service) {
        ContainerResource container = container(service);
        String name = service.name().value();
        perform(
                new PullImage(container.address(), service.image()),
                new CreateContainer(container.address(), name, container),
                new StartContainer(container.address(), name));
        return container;
    }

    /** Pulls, creates, starts and awaits. */
    ContainerResource run(Service service) {
        ContainerResource container = start(service);
        perform(await(container, Duration.ofMinutes(2)));
        return container;
    }

    static AwaitHealthy await(ContainerResource container, Duration limit) {
        return new AwaitHealthy(container.address(), container.name().value(), limit, Duration.ofSeconds(5));
    }
}
