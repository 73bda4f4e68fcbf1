package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.resource.Fingerprints;
import org.jspecify.annotations.Nullable;

/** What was found on one server, with look-ups that are made when they are first asked for. */
final class Ground {

    private static final String NETWORK = "network ";
    private static final String PUBLISH = "publish ";
    private static final String MOUNT = "mount ";
    private static final String VOLUME = "volume ";

    private final TopologyName topology;
    private final ServerFacts facts;
    private final Fingerprints fingerprints;
    private final boolean leftovers;
    private @Nullable Map<Address, List<Address>> users;
    private @Nullable Map<String, List<Address>> publishers;

    Ground(TopologyName topology, ServerFacts facts, Fingerprints fingerprints) {
        this.topology = topology;
        this.facts = facts;
        this.fingerprints = fingerprints;
        this.leftovers = facts.things().keySet().stream()
                .anyMatch(address -> !Drafting.base(address).equals(address));
    }

    ServerName server() {
        return facts.server();
    }

    ServerFacts facts() {
        return facts;
    }

    Fingerprints fingerprints() {
        return fingerprints;
    }

    @Nullable Observed find(Address address) {
        return facts.things().get(address);
    }

    /** What an interrupted run left beside a container. */
    @Nullable Observed leftover(Address container, String suffix) {
        return leftovers ? find(new Address(container.kind(), container.path() + suffix)) : null;
    }

    boolean isOurs(@Nullable Observed found) {
        return found != null && found.owner().is(topology);
    }

    /** How a container is; one of which nothing is told is taken for healthy. */
    Health health(String container) {
        ContainerFacts known = facts.containers().get(container);
        return known == null ? Health.HEALTHY : known.health();
    }

    /** Our containers that are on a network or use a volume. */
    List<Address> usersOf(Address networkOrVolume) {
        if (users == null) {
            index();
        }
        return Optional.ofNullable(users).map(all -> all.get(networkOrVolume)).orElse(List.of());
    }

    /** Our containers that publish a port, written as {@code 443/tcp}. */
    List<Address> publishersOf(String port) {
        if (publishers == null) {
            index();
        }
        return Optional.ofNullable(publishers).map(all -> all.get(port)).orElse(List.of());
    }

    private void index() {
        Map<Address, List<Address>> newUsers = new HashMap<>();
        Map<String, List<Address>> newPublishers = new HashMap<>();
        for (Observed thing : facts.things().values()) {
            if (isOurs(thing) && thing.address().kind().equals("container")) {
                for (Map.Entry<String, String> attribute : thing.attributes().entrySet()) {
                    String name = attribute.getKey();
                    if (name.startsWith(PUBLISH)) {
                        add(
                                newPublishers,
                                name.substring(name.lastIndexOf(':') + 1).replace(PUBLISH, ""),
                                thing);
                    } else if (name.startsWith(NETWORK)) {
                        add(newUsers, on("network", name.substring(NETWORK.length())), thing);
                    } else if (name.startsWith(MOUNT) && attribute.getValue().startsWith(VOLUME)) {
                        add(newUsers, on("volume", volume(attribute.getValue())), thing);
                    }
                }
            }
        }
        newUsers.values().forEach(list -> list.sort(null));
        newPublishers.values().forEach(list -> list.sort(null));
        users = newUsers;
        publishers = newPublishers;
    }

    private static String volume(String value) {
        int end = value.indexOf(' ', VOLUME.length());
        return end < 0 ? value.substring(VOLUME.length()) : value.substring(VOLUME.length(), end);
    }

    private Address on(String kind, String name) {
        return Address.on(server(), kind, name);
    }

    private static <K> void add(Map<K, List<Address>> index, K key, Observed thing) {
        index.computeIfAbsent(key, first -> new ArrayList<>(1)).add(thing.address());
    }
}
