package kz.tapbot.runtime.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.daily.EngineImage;
import kz.tapbot.runtime.daily.KeptReleases;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.daily.Stock;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What may be removed, over random engines that several topologies and strangers share. */
class PruningTest {

    private static final ServerName BOX = ServerName.of("box");
    private static final TopologyName OURS = TopologyName.of("shop");
    private static final List<TopologyName> TOPOLOGIES = List.of(OURS, TopologyName.of("neighbour"));
    private static final List<ServiceName> SERVICES =
            List.of(ServiceName.of("page"), ServiceName.of("store"), ServiceName.of("bot"));

    @Property(tries = 2000)
    void nothing_that_is_kept_used_or_of_others_is_ever_named(@ForAll long seed) {
        Random random = new Random(seed);
        Stock stock = stock(random);
        Set<ServiceName> declared = some(random, SERVICES);
        List<Leftover> chosen = Pruning.choose(BOX, OURS, declared, stock);

        Set<String> ran = new HashSet<>();
        for (KeptReleases book : stock.releases()) {
            boolean ours = book.topology().equals(OURS);
            boolean alive = !ours
                    || declared.contains(book.service())
                    || stock.containers().contains(book.service());
            if (alive) {
                assertThat(ids(chosen)).allMatch(id -> !book.kept().containsKey(id));
            }
            if (ours && alive) {
                assertThat(chosen).doesNotContain(new Leftover.OldReleases(BOX, book.service()));
            }
            if (ours) {
                ran.addAll(book.kept().keySet());
                ran.addAll(book.retired().keySet());
            }
        }
        assertThat(ids(chosen)).allMatch(ran::contains);
        for (EngineImage image : stock.images()) {
            assertThat(image.used() && ids(chosen).contains(image.id())).isFalse();
        }
        for (Leftover leftover : chosen) {
            if (leftover instanceof Leftover.OldImage old) {
                EngineImage image = stock.images().stream()
                        .filter(one -> one.id().equals(old.id()))
                        .findFirst()
                        .orElseThrow();
                assertThat(old.names()).allMatch(name -> name.startsWith("app/") || name.startsWith("tapbot/kept:"));
                assertThat(old.bytes()).isEqualTo(image.names().equals(old.names()) ? image.bytes() : 0);
            }
        }
    }

    @Test
    void an_image_that_somebody_else_calls_something_stays_and_only_our_name_goes() {
        EngineImage image = new EngineImage(
                "sha256:1", new TreeSet<>(Set.of("app/page:1", "app/page@sha256:9", "theirs:7")), 500, false);
        Stock stock = new Stock(List.of(image), List.of(book(OURS, 0, Set.of(), Set.of(1))), new TreeSet<>());
        assertThat(Pruning.choose(BOX, OURS, Set.of(SERVICES.get(0)), stock))
                .containsExactly(new Leftover.OldImage(
                        BOX, "sha256:1", new TreeSet<>(Set.of("app/page:1", "app/page@sha256:9")), 0));
    }

    private static Set<String> ids(List<Leftover> chosen) {
        Set<String> ids = new TreeSet<>();
        chosen.forEach(leftover -> {
            if (leftover instanceof Leftover.OldImage image) {
                ids.add(image.id());
            }
        });
        return ids;
    }

    private static Stock stock(Random random) {
        List<EngineImage> images = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            TreeSet<String> names = new TreeSet<>();
            for (String name : List.of("app/page:" + i, "app/bot:" + i, "theirs:" + i, "tapbot/kept:page-" + i)) {
                if (random.nextInt(3) == 0) {
                    names.add(name);
                }
            }
            images.add(new EngineImage("sha256:" + i, names, random.nextInt(1000), random.nextInt(4) == 0));
        }
        List<KeptReleases> books = new ArrayList<>();
        for (TopologyName topology : TOPOLOGIES) {
            for (int service = 0; service < SERVICES.size(); service++) {
                books.add(book(topology, service, numbers(random), numbers(random)));
            }
        }
        return new Stock(images, books, new TreeSet<>(some(random, SERVICES)));
    }

    private static KeptReleases book(TopologyName topology, int service, Set<Integer> kept, Set<Integer> retired) {
        String name = SERVICES.get(service).value();
        TreeMap<String, String> now = new TreeMap<>();
        kept.forEach(number -> now.put("sha256:" + number, "app/" + name + ":" + number));
        TreeMap<String, String> before = new TreeMap<>();
        retired.forEach(number -> before.put("sha256:" + number, "app/" + name + ":" + number));
        return new KeptReleases(topology, SERVICES.get(service), now, before);
    }

    private static Set<Integer> numbers(Random random) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(5) == 0) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static <T> Set<T> some(Random random, List<T> all) {
        Set<T> some = new HashSet<>();
        all.forEach(one -> {
            if (random.nextBoolean()) {
                some.add(one);
            }
        });
        return some;
    }
}
