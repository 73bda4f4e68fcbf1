package kz.tapbot.runtime.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.daily.EngineImage;
import kz.tapbot.runtime.daily.KeptReleases;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.daily.Stock;

/** Chooses what may go from a server: what releases of ours ran, which are not kept any more, and which nobody uses. Pure. */
public final class Pruning {

    private static final String KEPT = "tapbot/kept:";

    private Pruning() {}

    /**
     * What may go. Never an image that a container was made of or that a kept release of any topology needs, never one that no release of ours ran, never a name that somebody else
     * gave.
     *
     * @param declared the services that are declared for the server
     */
    public static List<Leftover> choose(
            ServerName server, TopologyName topology, Set<ServiceName> declared, Stock stock) {
        List<Leftover> leftovers = new ArrayList<>();
        Set<String> needed = new TreeSet<>();
        Map<String, Set<String>> ran = new TreeMap<>();
        for (KeptReleases book : stock.releases()) {
            boolean ours = book.topology().equals(topology);
            boolean over = ours
                    && !declared.contains(book.service())
                    && !stock.containers().contains(book.service());
            if (over && !book.kept().isEmpty()) {
                leftovers.add(new Leftover.OldReleases(server, book.service()));
            }
            if (!over) {
                needed.addAll(book.kept().keySet());
            } else {
                note(ran, book.kept());
            }
            if (ours) {
                note(ran, book.retired());
            }
        }
        for (EngineImage image : stock.images()) {
            if (!image.used() && !needed.contains(image.id()) && ran.containsKey(image.id())) {
                old(server, image, ran.get(image.id())).ifPresent(leftovers::add);
            }
        }
        return leftovers;
    }

    private static void note(Map<String, Set<String>> ran, Map<String, String> images) {
        images.forEach(
                (id, name) -> ran.computeIfAbsent(id, any -> new TreeSet<>()).add(name));
    }

    private static java.util.Optional<Leftover> old(ServerName server, EngineImage image, Set<String> declared) {
        SortedSet<String> names = new TreeSet<>();
        boolean others = false;
        for (String name : image.names()) {
            if (name.startsWith(KEPT) || declared.stream().anyMatch(one -> isOf(name, Image.of(one)))) {
                names.add(name);
            } else {
                others = true;
            }
        }
        return names.isEmpty() && others
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Leftover.OldImage(server, image.id(), names, others ? 0 : image.bytes()));
    }

    /** A name with the same tag, or a digest of the same repository, which an engine notes with every pull. */
    private static boolean isOf(String name, Image declared) {
        String plain = declared.name() + ":" + declared.tag();
        return name.equals(plain) || name.startsWith(declared.name() + "@");
    }
}
