package kz.tapbot.runtime.docker.internal.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.docker.internal.keep.Kept;

/**
 * The releases of one service of one topology: a file.
 *
 * @param topology whose
 * @param service of what
 * @param entries newest first
 * @param retired images by what they are on the engine, with the name they were declared by, that releases ran which are no longer kept
 */
public record Book(TopologyName topology, ServiceName service, List<Entry> entries, Map<String, String> retired) {

    /** Where the files of all books are. */
    public static final String DIRECTORY = "releases";

    private static final int MOST_RETIRED = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies the lists. */
    public Book {
        entries = List.copyOf(entries);
        retired = new TreeMap<>(retired);
    }

    /** Where the file of a book is. */
    static String path(TopologyName topology, ServiceName service) {
        return DIRECTORY + "/" + topology + "/" + service + ".json";
    }

    /** The books in what was read, of all topologies. A file that was damaged is none. */
    public static List<Book> all(SortedMap<String, Kept> files) {
        List<Book> books = new ArrayList<>();
        files.forEach((path, file) -> {
            if (path.startsWith(DIRECTORY + "/")) {
                read(file).ifPresent(books::add);
            }
        });
        return books;
    }

    /** The entry of a release. */
    Optional<Entry> at(int number) {
        return entries.stream()
                .filter(entry -> entry.release().number() == number)
                .findFirst();
    }

    /** The same with other entries; what they no longer name is retired. */
    Book with(List<Entry> others) {
        Map<String, String> more = new TreeMap<>(retired);
        entries.forEach(entry ->
                more.put(entry.release().imageId(), entry.release().image().value()));
        others.forEach(entry -> more.remove(entry.release().imageId()));
        while (more.size() > MOST_RETIRED) {
            more.remove(more.keySet().iterator().next());
        }
        return new Book(topology, service, others, more);
    }

    private static Optional<Book> read(Kept file) {
        try {
            JsonNode root = JSON.readTree(file.bytes());
            List<Entry> entries = new ArrayList<>();
            root.path("releases").forEach(node -> entries.add(entry(node)));
            Map<String, String> retired = new TreeMap<>();
            root.path("retired")
                    .properties()
                    .forEach(field ->
                            retired.put(field.getKey(), field.getValue().asText()));
            return Optional.of(new Book(
                    TopologyName.of(root.path("topology").asText()),
                    ServiceName.of(root.path("service").asText()),
                    entries,
                    retired));
        } catch (IOException | InvalidValueException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Entry entry(JsonNode node) {
        OptionalInt back = node.has("rolledBackTo")
                ? OptionalInt.of(node.path("rolledBackTo").asInt())
                : OptionalInt.empty();
        Release release = new Release(
                node.path("number").asInt(),
                Instant.parse(node.path("at").asText()),
                node.path("who").asText(),
                Image.of(node.path("image").asText()),
                node.path("imageId").asText(),
                back);
        return new Entry(
                release,
                node.path("container").asText(),
                node.path("definition").asText());
    }

    /** The file. */
    Kept file() {
        ObjectNode root = JSON.createObjectNode();
        root.put("topology", topology.value()).put("service", service.value());
        for (Entry entry : entries) {
            Release release = entry.release();
            ObjectNode node = root.withArray("/releases").addObject();
            node.put("number", release.number())
                    .put("at", release.at().toString())
                    .put("who", release.who())
                    .put("image", release.image().value())
                    .put("imageId", release.imageId())
                    .put("container", entry.container())
                    .put("definition", entry.definition());
            release.rolledBackTo().ifPresent(number -> node.put("rolledBackTo", number));
        }
        ObjectNode old = root.putObject("retired");
        retired.forEach(old::put);
        try {
            return Kept.ofRoot(path(topology, service), JSON.writeValueAsBytes(root));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
