package kz.tapbot.runtime.docker.internal.keep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.ownership.Mark;

/** What cannot carry a label of ours: things that were adopted or disowned, and what was made inside services. */
public final class EngineManifest {

    /**
     * An entry.
     *
     * @param mark whose it is; absent for a thing that was ours and no longer is
     * @param probe the command that tells whether it is there, for what was made inside a service
     * @param content the fingerprint of what it was made of, for what was made inside a service and holds no data
     */
    public record Entry(Optional<Mark> mark, List<String> probe, Optional<String> content) {

        /** Copies the command. */
        public Entry {
            probe = List.copyOf(probe);
        }
    }

    static final String FILE = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cabinet cabinet;

    /** In that cabinet. */
    public EngineManifest(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /** All entries. */
    public SortedMap<Address, Entry> all() {
        return read(cabinet.below(FILE));
    }

    /** The entries in what was read. */
    static SortedMap<Address, Entry> read(SortedMap<String, Kept> kept) {
        Kept file = kept.get(FILE);
        SortedMap<Address, Entry> all = new TreeMap<>();
        if (file != null) {
            try {
                JSON.readTree(file.bytes())
                        .properties()
                        .forEach(field ->
                                all.put(Address.parse(field.getKey()), entry(field.getKey(), field.getValue())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Collections.unmodifiableSortedMap(all);
    }

    /** Changes it. Whoever changes it holds the lock of the engine. */
    public synchronized void change(UnaryOperator<SortedMap<Address, Entry>> edit) {
        SortedMap<Address, Entry> before = all();
        SortedMap<Address, Entry> after = edit.apply(new TreeMap<>(before));
        if (after.equals(before)) {
            return;
        }
        ObjectNode root = JSON.createObjectNode();
        after.forEach((address, entry) -> {
            ObjectNode node = root.putObject(address.toString());
            entry.mark()
                    .ifPresent(mark -> node.put("topology", mark.topology().value())
                            .put("address", mark.address().toString())
                            .put("proof", mark.proof()));
            entry.probe().forEach(node.withArray("/probe")::add);
            entry.content().ifPresent(content -> node.put("content", content));
        });
        try {
            cabinet.put(List.of(Kept.ofRoot(FILE, JSON.writeValueAsBytes(root))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String address, JsonNode node) {
        List<String> probe = new ArrayList<>();
        node.path("probe").forEach(word -> probe.add(word.asText()));
        Optional<String> content = Optional.ofNullable(node.path("content").textValue());
        if (!node.has("topology")) {
            return new Entry(Optional.empty(), probe, content);
        }
        return new Entry(
                Optional.of(new Mark(
                        TopologyName.of(node.path("topology").asText()),
                        Address.parse(node.path("address").asText(address)),
                        node.path("proof").asText())),
                probe,
                content);
    }
}
