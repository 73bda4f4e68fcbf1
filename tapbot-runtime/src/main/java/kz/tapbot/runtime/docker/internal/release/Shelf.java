package kz.tapbot.runtime.docker.internal.release;

import com.github.dockerjava.api.model.Container;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.daily.KeptReleases;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.Together;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Keeps the releases of one topology's services. Whoever changes them holds the lock of the engine. */
public final class Shelf {

    private final Engine engine;
    private final Cabinet cabinet;
    private final TopologyName topology;
    private final String who;

    /** On that engine, for a session of that person. */
    public Shelf(Engine engine, Cabinet cabinet, TopologyName topology, String who) {
        this.engine = engine;
        this.cabinet = cabinet;
        this.topology = topology;
        this.who = who;
    }

    /** The releases of a service, newest first. */
    public List<Release> releases(ServiceName service) {
        return book(service).entries().stream().map(Entry::release).toList();
    }

    /** What a service was declared as. */
    public Service definition(ServiceName service, int release) {
        Entry entry = entry(service, release);
        byte[] json = entry.definition().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return TopologyJson.read(json, "release " + release)
                .topology()
                .flatMap(one -> one.servers().stream().findFirst())
                .flatMap(server -> server.services().stream().findFirst())
                .orElseThrow(() -> new OperationFailedException("What release " + release + " of service " + service
                        + " was cannot be read by this version of Tapbot."));
    }

    /**
     * A service and its container.
     *
     * @param service as it was declared
     * @param container as the engine lists it
     */
    public record Running(Service service, Container container) {

        /** The image that it runs, by its id; every engine tells it. */
        String imageId() {
            String id = container.getImageId();
            return id == null ? "" : id;
        }
    }

    /** Records what containers run: all together, which takes no longer than one. */
    public void record(List<Running> running, OptionalInt rolledBackTo) {
        Map<ServiceName, Book> books = all().stream()
                .filter(book -> book.topology().equals(topology))
                .collect(Collectors.toMap(Book::service, book -> book, (a, b) -> b));
        keepImages(running);
        Map<Book, Book> changes = new LinkedHashMap<>();
        for (Running one : running) {
            ServiceName name = one.service().name();
            Book before = books.getOrDefault(name, new Book(topology, name, List.of(), Map.of()));
            changes.put(before, after(before, one, rolledBackTo));
        }
        cabinet.put(changes.values().stream().map(Book::file).toList());
        changes.forEach(this::letGo);
    }

    private Book after(Book before, Running running, OptionalInt rolledBackTo) {
        String imageId = running.imageId();
        String definition = written(running.service());
        List<Entry> others = new ArrayList<>();
        Optional<Entry> same = Optional.empty();
        for (Entry entry : before.entries()) {
            boolean again = entry.definition().equals(definition)
                    && entry.release().imageId().equals(imageId);
            same = again ? Optional.of(entry) : same;
            if (!again) {
                others.add(entry);
            }
        }
        boolean newest = same.isPresent() && before.entries().get(0).equals(same.get());
        Release release = newest
                ? again(same.get().release(), rolledBackTo)
                : new Release(
                        before.entries().stream()
                                        .mapToInt(entry -> entry.release().number())
                                        .max()
                                        .orElse(0)
                                + 1,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        who,
                        running.service().image(),
                        imageId,
                        rolledBackTo);
        others.add(0, new Entry(release, running.container().getId(), definition));
        return before.with(others.subList(0, Math.min(Release.KEPT, others.size())));
    }

    private static Release again(Release one, OptionalInt rolledBackTo) {
        return new Release(one.number(), one.at(), one.who(), one.image(), one.imageId(), rolledBackTo);
    }

    /** Makes the image of a release be there under the name it was declared by. */
    public void restore(ServiceName service, int release) {
        Release wanted = entry(service, release).release();
        Image image = wanted.image();
        boolean there = engine.find(
                        "Looking at image " + image,
                        () -> engine.client()
                                .inspectImageCmd(image.value())
                                .exec()
                                .getId())
                .filter(wanted.imageId()::equals)
                .isPresent();
        boolean kept = engine.find(
                        "Looking for the image of release " + release,
                        () -> engine.client().inspectImageCmd(wanted.imageId()).exec())
                .isPresent();
        if (!there && kept && image.digest().isEmpty()) {
            engine.ask("Naming the image of release " + release + " again", () -> {
                engine.client()
                        .tagImageCmd(wanted.imageId(), image.name(), image.tag())
                        .exec();
                return true;
            });
        }
    }

    /** What the releases of all topologies on the engine need: what one keeps, none may take away. */
    public List<KeptReleases> needs() {
        return all().stream()
                .map(book -> {
                    SortedMap<String, String> kept = new TreeMap<>();
                    book.entries()
                            .forEach(entry -> kept.put(
                                    entry.release().imageId(),
                                    entry.release().image().value()));
                    return new KeptReleases(book.topology(), book.service(), kept, new TreeMap<>(book.retired()));
                })
                .toList();
    }

    private List<Book> all() {
        return Book.all(cabinet.below(Book.DIRECTORY));
    }

    /** Keeps the releases of a service no longer, and lets their images go. */
    public void close(ServiceName service) {
        Book book = book(service);
        Book empty = book.with(List.of());
        cabinet.put(List.of(empty.file()));
        letGo(book, empty);
    }

    /** Forgets that an image was used once. */
    public void forget(String imageId) {
        for (Book book : all()) {
            if (book.topology().equals(topology) && book.retired().containsKey(imageId)) {
                Map<String, String> rest = new TreeMap<>(book.retired());
                rest.remove(imageId);
                cabinet.put(List.of(new Book(book.topology(), book.service(), book.entries(), rest).file()));
            }
        }
    }

    private void keepImages(List<Running> running) {
        try (Together together = new Together()) {
            List<Together.Pending<Boolean>> tags = running.stream()
                    .map(one -> together.begin(() -> keepImage(one.service().name(), one.imageId())))
                    .toList();
            tags.forEach(Together.Pending::get);
        }
    }

    private boolean keepImage(ServiceName service, String imageId) {
        return engine.ask("Keeping the image of service " + service, () -> {
            engine.client()
                    .tagImageCmd(imageId, KeptTag.REPOSITORY, KeptTag.of(service, imageId))
                    .exec();
            return true;
        });
    }

    /** Takes our name from images that no release of this service names any more, unless one of another topology's service of that name does. */
    private void letGo(Book before, Book after) {
        Set<String> gone = new TreeSet<>();
        before.entries().forEach(entry -> gone.add(entry.release().imageId()));
        after.entries().forEach(entry -> gone.remove(entry.release().imageId()));
        if (gone.isEmpty()) {
            return;
        }
        all().stream()
                .filter(book -> book.service().equals(before.service()))
                .flatMap(book -> book.entries().stream())
                .forEach(entry -> gone.remove(entry.release().imageId()));
        for (String id : gone) {
            String tag = KeptTag.REPOSITORY + ":" + KeptTag.of(before.service(), id);
            try {
                engine.bring(
                        "Letting " + tag + " go",
                        () -> engine.client().removeImageCmd(tag).exec());
            } catch (OperationFailedException e) {
                // A container of somebody else runs it by that name: then it stays, which harms nobody.
            }
        }
    }

    private Entry entry(ServiceName service, int release) {
        return book(service)
                .at(release)
                .orElseThrow(() -> new OperationFailedException("Release " + release + " of service " + service
                        + " is not kept. \"releases " + service + "\" lists those that are."));
    }

    private Book book(ServiceName service) {
        return Book.all(cabinet.below(Book.path(topology, service))).stream()
                .findFirst()
                .orElseGet(() -> new Book(topology, service, List.of(), Map.of()));
    }

    /** As part of the smallest topology there is, which has a form with a version. */
    private String written(Service service) {
        Server server = Server.builder()
                .name(ServerName.of("release"))
                .host(HostAddress.of("release.invalid"))
                .addServices(service)
                .build();
        return TopologyJson.write(
                Topology.builder().name(topology).addServers(server).build());
    }
}
