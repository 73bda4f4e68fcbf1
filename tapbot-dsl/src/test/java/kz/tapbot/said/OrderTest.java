package kz.tapbot.said;

import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.Topology;
import kz.tapbot.model.alert.Metric;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The order of declaration never matters. */
class OrderTest {

    private static final HostAddress HOST = HostAddress.of("203.0.113.20");
    private static final Topology REFERENCE = declare(new Random(0));

    @Property(tries = 1000)
    void a_shuffled_declaration_is_the_same_topology(@ForAll long seed) {
        Topology shuffled = declare(new Random(seed));
        assertThat(shuffled).isEqualTo(REFERENCE);
        assertThat(shuffled.toString()).isEqualTo(REFERENCE.toString());
        assertThat(lines(shuffled)).isEqualTo(lines(REFERENCE));
    }

    private static List<String> lines(Topology topology) {
        List<String> lines = new ArrayList<>();
        topology.servers().forEach(server -> {
            lines.add(server.name() + " " + server.places());
            server.networks().forEach(network -> lines.add(network.name() + " " + network.places()));
            server.services().forEach(service -> lines.add(service.name() + " " + service.places()));
        });
        topology.backups().forEach(backup -> lines.add(backup.name() + " " + backup.places()));
        return lines;
    }

    private static Topology declare(Random random) {
        return Tapbot.draft(
                        "shop",
                        t -> shuffled(
                                t,
                                random,
                                List.<Consumer<TopologySpec>>of(
                                        each -> each.describedAs("a shop"),
                                        each -> each.addresses("admins", "198.51.100.7"),
                                        each -> each.addresses("guests", "198.51.100.8"),
                                        each -> each.zone("example.com"),
                                        each -> each.letsEncrypt("ops@tapbot.kz", a -> a.httpChallenge()),
                                        each -> each.alert("cpu", Metric.CPU, a -> a.threshold(80)),
                                        each -> server(each, "app", random),
                                        each -> server(each, "data", random))))
                .topology();
    }

    private static void server(TopologySpec t, String name, Random random) {
        var zone = t.zone(name + ".tapbot.kz");
        var admins = t.addresses("admins-" + name, "198.51.100.9");
        var server = t.server(
                name,
                HOST,
                s -> shuffled(
                        s,
                        random,
                        List.of(
                                each -> each.ubuntu("24.04"),
                                each -> each.administeredFrom(admins),
                                each -> each.system(y -> y.swap(mib(512))),
                                each -> each.jail("sshd", j -> j.maxRetry(3)),
                                each -> each.jail("webmin", j -> j.maxRetry(4)),
                                each -> each.delegate("monitor", d -> d.mayInspect()))));
        var web = server.network("web");
        var back = server.network("back", n -> n.internal());
        var files = server.volume("files");
        var proxy = server.run(Gate.version("3.6.1").on(web));
        List<ContainerRef> declared = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 4).boxed().toList());
        java.util.Collections.shuffle(numbers, random);
        for (int number : numbers) {
            declared.add(server.container(
                    "bot-" + number,
                    Image.of("example/bot:1." + number),
                    c -> shuffled(
                            c,
                            random,
                            List.<Consumer<ContainerSpec>>of(
                                    each -> each.joins(web),
                                    each -> each.joins(back, "b", "a"),
                                    each -> each.environment("A", "1"),
                                    each -> each.environment("B", Secret.generated("b")),
                                    each -> each.mounts(files, "/files"),
                                    each -> each.listens(Port.tcp(80), Port.tcp(81)),
                                    each -> each.publishes(Port.tcp(8000 + number)),
                                    each -> each.servedBy(proxy, zone.host("bot-" + number), 80, Access.ownLogin()),
                                    each -> each.limits(l -> l.memory(mib(64))),
                                    each -> each.healthCheck(h -> h.retries(2).command("true"))))));
        }
        declared.forEach(bot -> bot.stores("left", DataKind.FILES, d -> d.in(files)));
        t.backup(
                "nightly-" + name,
                b -> shuffled(
                        b,
                        random,
                        List.of(
                                each -> each.of(files),
                                each -> each.dailyAt("02:00"),
                                each -> each.encryptedWith(Secret.generated("key")))));
    }

    private static <S> void shuffled(S scope, Random random, List<Consumer<S>> statements) {
        List<Consumer<S>> order = new ArrayList<>(statements);
        java.util.Collections.shuffle(order, random);
        order.forEach(statement -> statement.accept(scope));
    }
}
