package kz.tapbot.runtime.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.Resource;

/** What is declared and what is found, to be planned; begins with bare servers. */
final class Scene {

    static final Fingerprints PLAIN = new Plain();

    private final Topology topology;
    private final List<Resource> desired;
    private final Map<ServerName, Map<Address, Observed>> things = new TreeMap<>();
    private final Map<String, ContainerFacts> containers = new TreeMap<>();
    private final Map<String, String> listeners = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private String interrupted = "";
    private OptionalLong freeDisk = OptionalLong.empty();

    private Scene(Topology topology) {
        this.topology = topology;
        this.desired = Lowering.lower(topology);
        for (Server server : topology.servers()) {
            things.put(server.name(), new TreeMap<>());
        }
    }

    static Scene bare(Topology topology) {
        return new Scene(topology);
    }

    /** Everything is as the topology declares it, and ours. */
    static Scene asDeclared(Topology topology) {
        return bare(topology).found(topology);
    }

    /** What that topology declares is found, and is ours. */
    Scene found(Topology earlier) {
        for (Resource resource : Lowering.lower(earlier)) {
            put(new Observed(resource.address(), resource.attributes(PLAIN), Owner.of(topology.name())));
        }
        return this;
    }

    /** Something is found; attributes as {@code name=value}. */
    Scene ours(String address, String... attributes) {
        return put(new Observed(Address.parse(address), map(attributes), Owner.of(topology.name())));
    }

    Scene foreign(String address, String note, String... attributes) {
        return put(new Observed(Address.parse(address), map(attributes), Owner.foreign(note)));
    }

    /** The thing is as it is found, but somebody else's. */
    Scene disowned(String address, String note) {
        Observed found = at(address);
        return put(new Observed(found.address(), found.attributes(), Owner.foreign(note)));
    }

    /** Attributes of a thing are otherwise than declared; an empty value takes the attribute away. */
    Scene drifted(String address, String... attributes) {
        Observed found = at(address);
        TreeMap<String, String> all = new TreeMap<>(found.attributes());
        map(attributes).forEach((name, value) -> {
            if (value.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return put(new Observed(found.address(), all, found.owner()));
    }

    Scene gone(String... addresses) {
        for (String address : addresses) {
            of(Address.parse(address)).remove(Address.parse(address));
        }
        return this;
    }

    /** The thing has another name. */
    Scene renamed(String address, String newAddress) {
        Observed found = at(address);
        gone(address);
        return put(new Observed(Address.parse(newAddress), found.attributes(), found.owner()));
    }

    Scene container(String name, Health health) {
        containers.put(name, new ContainerFacts(name, health, "", Duration.ZERO, 0, List.of()));
        return this;
    }

    Scene listener(String port, String who) {
        listeners.put(port, who);
        return this;
    }

    Scene interrupted(String last) {
        interrupted = last;
        return this;
    }

    Scene note(String note) {
        notes.add(note);
        return this;
    }

    Scene freeDisk(long bytes) {
        freeDisk = OptionalLong.of(bytes);
        return this;
    }

    Plan plan(PlanOptions options) {
        return plan(options, desired);
    }

    Plan plan(PlanOptions options, List<Resource> resources) {
        List<ServerFacts> facts = new ArrayList<>();
        Map<ServerName, Fingerprints> fingerprints = new HashMap<>();
        things.forEach((server, found) -> {
            fingerprints.put(server, PLAIN);
            facts.add(facts(server, found.values()));
        });
        return Planner.plan(topology.name(), resources, facts, fingerprints, options);
    }

    List<Resource> desired() {
        return desired;
    }

    String text() {
        return text(PlanOptions.STANDARD.about(topology));
    }

    String text(PlanOptions options) {
        return PlanText.render(plan(options));
    }

    /** What is done for one thing: what is prepared, then each step, and after an arrow what takes it back. */
    String steps(String address) {
        return steps(address, PlanOptions.STANDARD);
    }

    String steps(String address, PlanOptions options) {
        StringBuilder out = new StringBuilder();
        for (Change change : plan(options).changes()) {
            if (change.address().toString().equals(address)) {
                change.prepare()
                        .forEach(operation ->
                                out.append("first ").append(operation).append('\n'));
                for (Step step : change.steps()) {
                    out.append(step.operation());
                    step.undo().ifPresent(undo -> out.append(" <- ").append(undo));
                    out.append('\n');
                }
            }
        }
        return out.toString();
    }

    private ServerFacts facts(ServerName server, Collection<Observed> found) {
        ServerFacts.Builder facts = ServerFacts.builder()
                .server(server)
                .system("Ubuntu 24.04")
                .containers(containers)
                .listeners(listeners)
                .notes(notes)
                .freeDisk(freeDisk);
        found.forEach(thing -> facts.putThings(thing.address(), thing));
        if (!interrupted.isEmpty()) {
            facts.interrupted(interrupted);
        }
        return facts.build();
    }

    private Observed at(String address) {
        Observed found = of(Address.parse(address)).get(Address.parse(address));
        if (found == null) {
            throw new AssertionError("nothing is at " + address);
        }
        return found;
    }

    private Scene put(Observed thing) {
        of(thing.address()).put(thing.address(), thing);
        return this;
    }

    private Map<Address, Observed> of(Address address) {
        String server = address.path().split("/", 2)[0];
        return things.computeIfAbsent(ServerName.of(server), first -> new TreeMap<>());
    }

    private static SortedMap<String, String> map(String... attributes) {
        SortedMap<String, String> all = new TreeMap<>();
        Arrays.stream(attributes).forEach(attribute -> {
            int equals = attribute.indexOf('=');
            all.put(attribute.substring(0, equals), attribute.substring(equals + 1));
        });
        return all;
    }

    /** Contents are their own fingerprints, with secrets by name. */
    private static final class Plain implements Fingerprints {
        @Override
        public String of(Content content) {
            return content.redacted();
        }

        @Override
        public String of(EnvironmentValue value) {
            return value.text().orElseGet(() -> "secret " + value.secret().orElseThrow());
        }
    }
}
