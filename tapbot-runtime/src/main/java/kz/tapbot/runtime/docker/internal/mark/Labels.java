package kz.tapbot.runtime.docker.internal.mark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.ownership.Mark;

/** The labels that Tapbot sets on what it makes. */
public final class Labels {

    /** What all of them begin with; no declared label can. */
    public static final String PREFIX = "tapbot.";

    /** Which parts hold secrets: a line for each, {@code env TOKEN name} or {@code file /etc/token name}. The names of secrets are no secrets. */
    public static final String SECRETS = PREFIX + "secrets";

    /** The directory with the files that were written for a container. */
    public static final String FILES = PREFIX + "files";

    /** Which kinds of ulimits were asked of a container, so that those of the engine's own default are told apart. */
    public static final String ULIMITS = PREFIX + "ulimits";

    /** What was asked of a network, so that what the engine chose itself is told apart. */
    public static final String ASKED = PREFIX + "asked";

    private static final String TOPOLOGY = PREFIX + "topology";
    private static final String ADDRESS = PREFIX + "address";
    private static final String PROOF = PREFIX + "proof";

    private Labels() {}

    /** A mark as labels. */
    public static Map<String, String> of(Mark mark) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(TOPOLOGY, mark.topology().value());
        labels.put(ADDRESS, mark.address().toString());
        labels.put(PROOF, mark.proof());
        return labels;
    }

    /** The mark in labels, believed or not. */
    public static Optional<Mark> mark(Map<String, String> labels) {
        if (!labels.containsKey(TOPOLOGY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mark(
                    TopologyName.of(labels.get(TOPOLOGY)),
                    Address.parse(labels.getOrDefault(ADDRESS, "")),
                    labels.getOrDefault(PROOF, "")));
        } catch (InvalidValueException e) {
            return Optional.of(new Mark(TopologyName.of("forged"), new Address("forged", "label"), ""));
        }
    }
}
