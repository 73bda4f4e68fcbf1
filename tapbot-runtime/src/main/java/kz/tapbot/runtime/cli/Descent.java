package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.view.Thing;
import kz.tapbot.runtime.view.Things;

/** Which resources on the servers follow from which declared things. */
final class Descent {

    /** Kinds whose path does not end in a name of ours. */
    private static final Set<String> PATHS = Set.of("file", "directory", "sysctl", "package", "unit", "user", "sudo");

    private final Map<Address, Resource> resources = new TreeMap<>();

    Descent(Topology topology) {
        Lowering.lower(topology).forEach(resource -> resources.put(resource.address(), resource));
    }

    /** Of all resources. */
    Set<Address> addresses() {
        return resources.keySet();
    }

    boolean knows(Address address) {
        return resources.containsKey(address);
    }

    /** What must be there before the resource of that address. */
    Set<Address> requiredBy(Address address) {
        Resource resource = resources.get(address);
        return resource == null ? Set.of() : resource.requires();
    }

    /** What is only there after the resource of that address. */
    Set<Address> waitingFor(Address address) {
        Set<Address> waiting = new TreeSet<>();
        for (Resource resource : resources.values()) {
            if (resource.requires().contains(address)) {
                waiting.add(resource.address());
            }
        }
        return waiting;
    }

    /** The resources that follow from a thing. */
    Set<Address> of(Thing thing) {
        Set<Address> own = new TreeSet<>();
        for (Resource resource : resources.values()) {
            if (isOwn(thing, resource.address())) {
                own.add(resource.address());
                resource.requires().stream()
                        .filter(needed -> resource.address().kind().equals("container"))
                        .filter(needed ->
                                needed.kind().equals("file") || needed.kind().equals("directory"))
                        .filter(resources::containsKey)
                        .forEach(own::add);
            }
        }
        return own;
    }

    /** The things that a resource follows from. */
    List<Address> origins(Things things, Address resource) {
        return things.all().values().stream()
                .filter(thing -> of(thing).contains(resource))
                .map(Thing::address)
                .toList();
    }

    private static boolean isOwn(Thing thing, Address resource) {
        String path = thing.address().path();
        return switch (thing.address().kind()) {
            case "service" ->
                resource.equals(new Address("container", path))
                        || resource.path().startsWith(path + "/") && !PATHS.contains(resource.kind());
            case "network", "volume" -> resource.equals(thing.address());
            case "host-service" -> isOfHost(thing, resource);
            case "server" -> resource.path().equals(path) || isOfServer(path, resource);
            default -> false;
        };
    }

    private static boolean isOfServer(String server, Address resource) {
        return PATHS.contains(resource.kind()) && resource.path().startsWith(server + "/");
    }

    private static boolean isOfHost(Thing thing, Address resource) {
        String path = thing.address().path();
        String server = path.substring(0, path.indexOf('/'));
        return names(thing, "unit")
                        .map(unit -> resource.equals(new Address("unit", server + "/" + unit)))
                        .orElse(false)
                || names(thing, "package")
                        .map(name -> resource.equals(new Address("package", server + "/" + name)))
                        .orElse(false);
    }

    private static Optional<String> names(Thing thing, String fact) {
        return Optional.ofNullable(thing.facts().get(fact));
    }
}
