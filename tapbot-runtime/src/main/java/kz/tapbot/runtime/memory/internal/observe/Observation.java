package kz.tapbot.runtime.memory.internal.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.machine.Manifest;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.SessionContext;

/** One look at a simulated server. */
public final class Observation {

    private final Machine machine;
    private final SessionContext context;
    private final Map<Address, Resource> desired = new HashMap<>();
    private final NavigableMap<Address, Observed> things = new TreeMap<>();
    private final HostThings host;
    private final EngineThings engine;

    /** Of a server, by a run, with what shall be there. */
    public Observation(Machine machine, SessionContext context, List<Resource> desired) {
        this.machine = machine;
        this.context = context;
        desired.forEach(resource -> this.desired.put(resource.address(), resource));
        host = new HostThings(machine, context.contents());
        engine = new EngineThings(machine, context.contents());
    }

    /** What is seen. */
    public ServerFacts facts() {
        TopologyName topology = context.topology();
        NavigableMap<String, ContainerFacts> containers = new TreeMap<>();
        if (machine.engine().answers()) {
            engine.describe(things, containers, topology);
        }
        machine.manifest().all().forEach(this::noted);
        desired.values().forEach(this::clashing);
        new Strangers(machine, host).describe(things);
        return ServerFacts.builder()
                .server(machine.name())
                .system(machine.host().release() + ", simulated")
                .release(machine.host().release())
                .things(things)
                .containers(containers)
                .freeDisk(machine.host().disk().free())
                .memory(machine.host().memory())
                .listeners(new Ports(machine).listeners())
                .releases(machine.shelf().running(topology, machine.engine().containers()))
                .publicKeys(host.publicKeys())
                .interrupted(machine.diary().interrupted())
                .incidents(machine.host().barred().all())
                .notes(notes())
                .build();
    }

    private void noted(Address address, Manifest.Entry entry) {
        if (entry.mark().isEmpty() || things.containsKey(address)) {
            return;
        }
        Owner owner = machine.ownership().owner(address);
        Optional<Resource> wanted = Optional.ofNullable(desired.get(address));
        attributes(address, wanted, entry.written(), owner.is(context.topology()))
                .ifPresent(found -> things.put(address, new Observed(address, found, owner)));
    }

    /** What is in the place of something that shall be there and is not ours, settings that the system has of itself among it. */
    private void clashing(Resource resource) {
        Address address = resource.address();
        if (!things.containsKey(address)) {
            attributes(address, Optional.of(resource), Optional.empty(), false)
                    .ifPresent(found -> things.put(
                            address,
                            new Observed(address, found, machine.ownership().owner(address))));
        }
    }

    private Optional<SortedMap<String, String>> attributes(
            Address address, Optional<Resource> wanted, Optional<Resource> written, boolean ours) {
        Optional<Resource> known = wanted.or(() -> written);
        if (known.isPresent() && known.get() instanceof ProvisionResource provision) {
            return engine.provision(provision, ours);
        }
        return host.attributes(address, wanted, written);
    }

    private List<String> notes() {
        List<String> notes = new java.util.ArrayList<>(machine.diary().notes());
        if (machine.host().firewall().ufw()) {
            notes.add("ufw is on with " + machine.host().firewall().ufwAllows().size()
                    + " rules of its own, which stay; it does not hold against ports of containers");
        }
        if (machine.engine().settings().isPresent() && !machine.engine().answers()) {
            notes.add("the container engine does not answer");
        }
        return notes;
    }
}
