package kz.tapbot.runtime.docker.internal.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.keep.EngineManifest;
import kz.tapbot.runtime.docker.internal.keep.Kept;
import kz.tapbot.runtime.docker.internal.keep.Kit;
import kz.tapbot.runtime.docker.internal.link.Commands;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.Logs;
import kz.tapbot.runtime.docker.internal.link.Together;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.docker.internal.mark.Owners;
import kz.tapbot.runtime.docker.internal.release.Book;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.ownership.Marks;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.SessionContext;

/** One look at an engine: what is there, beside what Tapbot keeps there and what is declared. */
public final class EngineObservation {

    private static final Set<String> ENGINES_OWN = Set.of("bridge", "host", "none");
    private static final Duration PROBE = Duration.ofSeconds(30);

    private final Engine engine;
    private final SessionContext context;
    private final Map<Address, Resource> desired = new HashMap<>();
    private final SortedMap<Address, Observed> things = new TreeMap<>();
    private final SortedMap<String, ContainerFacts> containers = new TreeMap<>();
    private final SortedMap<String, String> listeners = new TreeMap<>();
    private final Map<String, InspectContainerResponse> inspected = new HashMap<>();
    private final Map<String, Optional<ContainerConfig>> images = new HashMap<>();
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private SortedMap<Address, EngineManifest.Entry> manifest = new TreeMap<>();
    private Marks marks = new Marks(new byte[0]);

    /** By a run, with what shall be there. */
    public EngineObservation(Engine engine, SessionContext context, List<Resource> desired) {
        this.engine = engine;
        this.context = context;
        desired.forEach(resource -> this.desired.put(resource.address(), resource));
    }

    /** What is seen. */
    public ServerFacts facts(Cabinet cabinet, Inventory inventory) {
        Kit kit = Kit.read(cabinet);
        manifest = kit.manifest();
        marks = kit.marks();
        inventory.networks().forEach(this::network);
        inventory.volumes().forEach(this::volume);
        inspected.putAll(inventory.containers().all());
        images.putAll(inventory.containers().images());
        inspected.forEach((name, found) -> container(name, found, kit));
        provisions(inventory.together());
        return build(inventory.info(), kit);
    }

    private ServerFacts build(JsonNode info, Kit kit) {
        JsonNode memory = info.path("MemTotal");
        return ServerFacts.builder()
                .server(engine.server())
                .system(Cleaned.line(info.path("OperatingSystem").asText() + ", Docker Engine "
                        + info.path("ServerVersion").asText()))
                .things(things)
                .containers(containers)
                .memory(memory.isIntegralNumber() ? OptionalLong.of(memory.asLong()) : OptionalLong.empty())
                .listeners(listeners)
                .releases(releases(kit))
                .interrupted(kit.interrupted())
                .build();
    }

    /** Of containers that are still those which were recorded. */
    private Map<String, Release> releases(Kit kit) {
        Map<String, Release> running = new TreeMap<>();
        for (Book book : Book.all(kit.all())) {
            String name = book.service().value();
            InspectContainerResponse container = inspected.get(name);
            boolean recorded = book.topology().equals(context.topology())
                    && !book.entries().isEmpty()
                    && container != null
                    && container.getId().equals(book.entries().get(0).container());
            if (recorded) {
                running.put(name, book.entries().get(0).release());
            }
        }
        return running;
    }

    private void network(Network network) {
        if (!ENGINES_OWN.contains(network.getName())) {
            Resource wanted = desired.get(Address.on(engine.server(), "network", Cleaned.line(network.getName())));
            Optional<NetworkResource> shallBe =
                    wanted instanceof NetworkResource resource ? Optional.of(resource) : Optional.empty();
            put("network", network.getName(), NetworkReading.attributes(network, shallBe), network.getLabels());
        }
    }

    private void volume(InspectVolumeResponse volume) {
        if (!volume.getName().equals(Cabinet.NAME)) {
            SortedMap<String, String> attributes = new Attributes()
                    .put("driver", String.valueOf(volume.getDriver()))
                    .all();
            put("volume", volume.getName(), attributes, volume.getLabels());
        }
    }

    private Owner put(
            String kind,
            String name,
            SortedMap<String, String> attributes,
            @org.jspecify.annotations.Nullable Map<String, String> labels) {
        Address address = Address.on(engine.server(), kind, Cleaned.line(name));
        Owner owner = Owners.owner(address, labels == null ? Map.of() : labels, manifest, marks);
        things.put(address, new Observed(address, attributes, owner));
        return owner;
    }

    private void container(String name, InspectContainerResponse found, Kit kit) {
        Address address = Address.on(engine.server(), "container", Cleaned.line(name));
        Map<String, String> labels = ContainerReading.labels(found);
        Owner owner = Owners.owner(address, labels, manifest, marks);
        boolean ours = owner.is(context.topology());
        String directory = labels.getOrDefault(Labels.FILES, "");
        Map<String, Kept> files = ours && !directory.isEmpty() ? kit.files(directory) : Map.of();
        things.put(
                address,
                new Observed(
                        address,
                        ContainerLook.attributes(
                                found,
                                images.getOrDefault(found.getImageId(), Optional.empty()),
                                service(address),
                                files,
                                context.contents(),
                                ours),
                        owner));
        if (ours) {
            containers.put(name, facts(name, found));
        }
        listeners(name, found);
    }

    private Optional<Service> service(Address address) {
        return desired.get(address) instanceof ContainerResource container
                ? Optional.of(container.service())
                : Optional.empty();
    }

    private ContainerFacts facts(String name, InspectContainerResponse found) {
        Health health = Vitals.health(found);
        Integer restarts = found.getRestartCount();
        return new ContainerFacts(
                name,
                health,
                String.valueOf(found.getConfig().getImage()),
                Vitals.uptime(found, Instant.now()),
                restarts == null ? 0 : restarts,
                health == Health.HEALTHY ? List.of() : Logs.last(engine, found.getId()));
    }

    private void listeners(String name, InspectContainerResponse found) {
        boolean runs = Boolean.TRUE.equals(found.getState().getRunning());
        if (runs
                && found.getNetworkSettings() != null
                && found.getNetworkSettings().getPorts() != null) {
            found.getNetworkSettings().getPorts().getBindings().forEach((inside, bindings) -> {
                if (bindings != null && bindings.length > 0) {
                    listeners.put(
                            bindings[0].getHostPortSpec() + "/"
                                    + inside.getProtocol().name().toLowerCase(java.util.Locale.ROOT),
                            "container " + Cleaned.line(name));
                }
            });
        }
    }

    /** What was made inside services: asked for there while these are ready, and otherwise as it was noted. */
    private void provisions(Together together) {
        SortedMap<Address, List<String>> probes = new TreeMap<>();
        manifest.forEach((address, entry) -> {
            if (!entry.probe().isEmpty()) {
                probes.put(address, entry.probe());
            }
        });
        desired.values().forEach(resource -> {
            if (resource instanceof ProvisionResource provision) {
                probes.put(resource.address(), provision.provision().probe().arguments());
            }
        });
        Map<Address, Together.Pending<Boolean>> pending = new TreeMap<>();
        probes.forEach((address, probe) -> pending.put(address, together.begin(() -> isThere(address, probe))));
        List<Address> there = new ArrayList<>();
        pending.forEach((address, answer) -> {
            if (answer.get()) {
                there.add(address);
            }
        });
        there.forEach(address -> things.put(
                address,
                new Observed(
                        address,
                        ProvisionResource.attributes(content(address)),
                        Owners.owner(address, Map.of(), manifest, marks))));
    }

    /** What it was made of when it was made; unknown where somebody else made it. */
    private Optional<String> content(Address address) {
        boolean compared = !(desired.get(address) instanceof ProvisionResource provision)
                || !provision.provision().data();
        EngineManifest.Entry entry = manifest.get(address);
        return compared && entry != null ? entry.content() : Optional.empty();
    }

    private boolean isThere(Address address, List<String> probe) {
        String path = address.path();
        int from = path.indexOf('/') + 1;
        InspectContainerResponse container = inspected.get(path.substring(from, path.indexOf('/', from)));
        if (container == null) {
            return false;
        }
        if (!ready.computeIfAbsent(container.getId(), any -> Vitals.isReady(engine, container))) {
            return manifest.containsKey(address);
        }
        try {
            return Commands.run(engine, container.getId(), probe, Optional.empty(), PROBE)
                            .status()
                    == 0;
        } catch (OperationFailedException e) {
            return false;
        }
    }
}
