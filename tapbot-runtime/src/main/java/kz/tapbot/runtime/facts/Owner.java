package kz.tapbot.runtime.facts;

import java.util.Optional;
import kz.tapbot.model.name.TopologyName;

/**
 * Whose a thing is.
 *
 * @param topology the topology that made or adopted it; absent for what Tapbot never had to do with
 * @param note who or what it belongs to otherwise, as far as it can be told, for people
 */
public record Owner(Optional<TopologyName> topology, String note) {

    /** Of a topology. */
    public static Owner of(TopologyName topology) {
        return new Owner(Optional.of(topology), "");
    }

    /** Of somebody else. */
    public static Owner foreign(String note) {
        return new Owner(Optional.empty(), note);
    }

    /** Whether it is of that topology. */
    public boolean is(TopologyName name) {
        return topology.isPresent() && topology.get().equals(name);
    }

    @Override
    public String toString() {
        return topology.map(name -> "topology " + name).orElse(note.isEmpty() ? "nobody known" : note);
    }
}
