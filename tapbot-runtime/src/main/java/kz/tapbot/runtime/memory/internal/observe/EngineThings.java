package kz.tapbot.runtime.memory.internal.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.engine.Vitals;
import kz.tapbot.runtime.memory.internal.host.Node;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.ownership.Marks;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.Contents;

/** Describes everything of the engine, ours and others'. */
final class EngineThings {

    private final Machine machine;
    private final Engine engine;
    private final Contents contents;
    private final Instant now;

    EngineThings(Machine machine, Contents contents) {
        this.machine = machine;
        this.contents = contents;
        engine = machine.engine();
        now = machine.pulse().now();
    }

    void describe(Map<Address, Observed> things, Map<String, ContainerFacts> containers, TopologyName topology) {
        Marks marks = new Marks(machine.vault().key(false));
        engine.networks()
                .forEach((name, network) -> put(
                        things, address("network", name), network.made().attributes(contents), network.mark(), marks));
        engine.volumes()
                .forEach((name, volume) ->
                        put(things, address("volume", name), volume.made().attributes(contents), volume.mark(), marks));
        engine.containers().forEach((name, container) -> {
            Owner owner = put(things, address("container", name), attributes(container), container.mark(), marks);
            if (owner.is(topology)) {
                containers.put(name, facts(container));
            }
        });
    }

    /** A provision, asked for in the service; while that is not ready, what the manifest says of ours. */
    Optional<SortedMap<String, String>> provision(ProvisionResource provision, boolean ours) {
        SimContainer container = engine.containers().get(provision.service().value());
        if (container == null) {
            return Optional.empty();
        }
        String key = Engine.provision(
                provision.provision().kind().value(), provision.provision().name());
        String made = engine.store(container).get(key);
        if (health(container) == Health.HEALTHY ? made == null : !ours) {
            return Optional.empty();
        }
        return Optional.of(
                provision.provision().data() || made == null
                        ? provision.attributes(contents)
                        : ProvisionResource.attributes(Optional.of(made).filter(content -> !content.isEmpty())));
    }

    private Owner put(
            Map<Address, Observed> things,
            Address address,
            SortedMap<String, String> attributes,
            Optional<Mark> mark,
            Marks marks) {
        Owner owner = machine.ownership().owner(address, mark, marks);
        things.put(address, new Observed(address, attributes, owner));
        return owner;
    }

    private SortedMap<String, String> attributes(SimContainer container) {
        if (container.service().files().isEmpty()) {
            return container.attributes();
        }
        NavigableMap<String, String> found = new TreeMap<>(container.attributes());
        for (ContainerFile file : container.service().files()) {
            Optional<Node> node = machine.host().files().at(container.files() + file.path());
            String key = "file " + file.path();
            node.ifPresentOrElse(
                    there -> found.put(
                            key,
                            contents.fingerprint(file.content(), there.bytes()) + " " + FileThings.octal(there) + " "
                                    + there.owner()),
                    () -> found.remove(key));
        }
        return found;
    }

    private ContainerFacts facts(SimContainer container) {
        Duration uptime = container.runs() ? container.age(now) : Duration.ZERO;
        return new ContainerFacts(
                container.name(),
                health(container),
                container.service().image().value(),
                uptime,
                container.restarts(),
                Cleaned.lines(container.log()));
    }

    private Health health(SimContainer container) {
        return Vitals.health(
                container, engine.images().behaviour(container.service().image()), now);
    }

    private Address address(String kind, String name) {
        return Address.on(machine.name(), kind, name);
    }
}
