package kz.tapbot.runtime.host.internal.keep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.ownership.Mark;

/**
 * What is noted of a thing of ours.
 *
 * @param mark whose it is
 * @param made whether we made it, and did not take it over
 * @param written the attributes that it was given
 * @param secrets the secrets in it
 * @param remembered what only memory can tell, such as what a unit read when it was started
 */
public record Entry(
        Mark mark,
        boolean made,
        SortedMap<String, String> written,
        SortedSet<SecretName> secrets,
        SortedMap<String, String> remembered) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the collections. */
    public Entry {
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
        remembered = Collections.unmodifiableSortedMap(new TreeMap<>(remembered));
    }

    /** What it is of. */
    public Address address() {
        return mark.address();
    }

    /** As it is kept: a line by which the server finds what to look at, and JSON. */
    public String text() {
        ObjectNode root = JSON.createObjectNode();
        root.put("topology", mark.topology().value())
                .put("address", mark.address().toString())
                .put("proof", mark.proof())
                .put("made", made);
        ObjectNode attributes = root.putObject("written");
        written.forEach(attributes::put);
        secrets.forEach(name -> root.withArray("/secrets").add(name.value()));
        ObjectNode memory = root.putObject("remembered");
        remembered.forEach(memory::put);
        try {
            return mark.address().kind() + " " + Places.rest(mark.address()) + "\n" + JSON.writeValueAsString(root)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was kept; nothing if it is damaged: the thing is then nobody's. */
    static Optional<Entry> read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            Mark mark = new Mark(
                    TopologyName.of(root.path("topology").asText()),
                    Address.parse(root.path("address").asText()),
                    root.path("proof").asText());
            NavigableSet<SecretName> secrets = new TreeSet<>();
            root.path("secrets").forEach(name -> secrets.add(SecretName.of(name.asText())));
            return Optional.of(new Entry(
                    mark,
                    root.path("made").asBoolean(),
                    map(root.path("written")),
                    secrets,
                    map(root.path("remembered"))));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, String> map(JsonNode node) {
        NavigableMap<String, String> map = new TreeMap<>();
        node.properties()
                .forEach(field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }
}
