package kz.tapbot.runtime.memory.internal.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.daily.KeptReleases;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The releases that are kept on a simulated server. */
public final class Shelf {

    /**
     * A release.
     *
     * @param release what people are told of it
     * @param service as it was declared
     * @param container which runs it, or ran it last
     */
    public record Entry(Release release, Service service, SimContainer container) {}

    private final NavigableMap<String, List<Entry>> books = new TreeMap<>();
    private final NavigableMap<String, NavigableSet<Image>> retired = new TreeMap<>();

    Shelf() {}

    /** Newest first. */
    public List<Release> releases(TopologyName topology, ServiceName service) {
        return book(topology, service).stream().map(Entry::release).toList();
    }

    /** What a service was declared as. */
    public Service definition(TopologyName topology, ServiceName service, int release) {
        return book(topology, service).stream()
                .filter(entry -> entry.release().number() == release)
                .findFirst()
                .map(Entry::service)
                .orElseThrow(() -> new OperationFailedException("Release " + release + " of service " + service
                        + " is not kept. \"releases " + service + "\" lists those that are."));
    }

    /** Records what a container runs. */
    public void record(
            TopologyName topology,
            Service service,
            SimContainer container,
            Instant now,
            String who,
            OptionalInt rolledBackTo) {
        List<Entry> book = book(topology, service.name());
        int next =
                book.stream().mapToInt(entry -> entry.release().number()).max().orElse(0) + 1;
        Release release = new Release(next, now, who, service.image(), id(service.image()), rolledBackTo);
        if (!book.isEmpty() && book.get(0).service().equals(service)) {
            Release same = book.get(0).release();
            release = new Release(same.number(), same.at(), same.who(), same.image(), same.imageId(), rolledBackTo);
        }
        List<Entry> after = new ArrayList<>(List.of(new Entry(release, service, container)));
        book.stream().filter(entry -> !entry.service().equals(service)).forEach(after::add);
        List<Entry> kept = after.subList(0, Math.min(Release.KEPT, after.size()));
        retired.computeIfAbsent(key(topology, service.name()), any -> new TreeSet<>())
                .add(service.image());
        books.put(key(topology, service.name()), List.copyOf(kept));
    }

    /** The release that each container runs, where it was recorded. */
    public Map<String, Release> running(TopologyName topology, SortedMap<String, SimContainer> containers) {
        Map<String, Release> running = new TreeMap<>();
        containers.forEach((name, container) -> {
            List<Entry> book = books.getOrDefault(topology + "/" + name, List.of());
            if (!book.isEmpty() && book.get(0).container() == container) {
                running.put(name, book.get(0).release());
            }
        });
        return running;
    }

    /** What the releases of all topologies need. */
    public List<KeptReleases> needs() {
        List<KeptReleases> needs = new ArrayList<>();
        books.forEach((key, book) -> {
            int slash = key.indexOf('/');
            NavigableMap<String, String> kept = new TreeMap<>();
            book.forEach(entry ->
                    kept.put(entry.release().imageId(), entry.release().image().value()));
            NavigableMap<String, String> old = new TreeMap<>();
            retired.getOrDefault(key, new TreeSet<>()).forEach(image -> old.put(id(image), image.value()));
            kept.keySet().forEach(old::remove);
            needs.add(new KeptReleases(
                    TopologyName.of(key.substring(0, slash)), ServiceName.of(key.substring(slash + 1)), kept, old));
        });
        return needs;
    }

    /** What an image is, for as much as a simulated engine knows: its name. */
    public static String id(Image image) {
        return "sha256:" + image.value();
    }

    /** Keeps the releases of a service no longer. */
    public void close(TopologyName topology, ServiceName service) {
        books.computeIfPresent(key(topology, service), (key, book) -> List.of());
    }

    private List<Entry> book(TopologyName topology, ServiceName service) {
        return books.getOrDefault(key(topology, service), List.of());
    }

    private static String key(TopologyName topology, ServiceName service) {
        return topology + "/" + service;
    }
}
