package kz.tapbot.runtime.memory.internal.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
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
    private final NavigableMap<Image, TopologyName> retired = new TreeMap<>();

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
        int next = book.stream()
                        .mapToInt(entry -> entry.release().number())
                        .max()
                        .orElse(0)
                + 1;
        Release release = new Release(
                next,
                now,
                who,
                service.image(),
                "sha256:" + service.image().value(),
                rolledBackTo);
        if (!book.isEmpty() && book.get(0).service().equals(service)) {
            Release same = book.get(0).release();
            release = new Release(
                    same.number(), same.at(), same.who(), same.image(), same.imageId(), rolledBackTo);
        }
        List<Entry> after = new ArrayList<>(List.of(new Entry(release, service, container)));
        book.stream().filter(entry -> !entry.service().equals(service)).forEach(after::add);
        List<Entry> kept = after.subList(0, Math.min(Release.KEPT, after.size()));
        after.forEach(entry -> retired.put(entry.service().image(), topology));
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

    /** Images that releases of a topology ran once, whether they are still kept or not. */
    public List<Image> used(TopologyName topology) {
        return retired.entrySet().stream()
                .filter(entry -> entry.getValue().equals(topology))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All books by {@code topology/service}. */
    public SortedMap<String, List<Entry>> books() {
        return new TreeMap<>(books);
    }

    /** Forgets the releases of a service. */
    public void close(TopologyName topology, ServiceName service) {
        books.remove(key(topology, service));
    }

    private List<Entry> book(TopologyName topology, ServiceName service) {
        return books.getOrDefault(key(topology, service), List.of());
    }

    private static String key(TopologyName topology, ServiceName service) {
        return topology + "/" + service;
    }
}
