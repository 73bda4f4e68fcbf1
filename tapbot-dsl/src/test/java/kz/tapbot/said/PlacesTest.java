package kz.tapbot.said;

import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.model.value.Cpus;
import org.junit.jupiter.api.Test;

/** Every setting remembers its own line, in chains and through helper methods. */
class PlacesTest {

    private static final HostAddress HOST = HostAddress.of("203.0.113.20");
    private static final Image IMAGE = Image.of("example/bot:1.0");

    private static final Topology TOPOLOGY = Tapbot.draft("shop", t -> {
                var zone = t.zone("tapbot.kz");
                var api = t.outsideApi("telegram", "api.telegram.org", Port.tcp(443));
                t.registry("ghcr.io", "acme", Secret.environment("ghcr-token", "GHCR_TOKEN")); // registry
                var data = t.server(
                        "data",
                        HOST,
                        s -> s.ubuntu("24.04") // system
                                .size(Cpus.cpus(2), mib(4096), mib(30_000)) // size
                                .ssh(ssh -> ssh.port(2222)) // ssh.port
                                .system(y -> y.timeZone("Europe/Moscow") // timeZone
                                        .sysctl("vm.swappiness", "10"))); // sysctl.vm.swappiness
                var web = data.network("web");
                var files = data.volume("files");
                var proxy = data.run(Gate.version("3.6.1").on(web));
                var first = first(data, web); // outer first
                data.container(
                        "bot",
                        IMAGE,
                        c -> c.joins(web, "robot") // networks.web
                                .listens(Port.tcp(8080)) // listens.8080/tcp
                                .publishes(Port.tcp(9000)) // publications.9000/tcp
                                .publishes(Port.tcp(9001), p -> p.containerPort(81)) // publications.9001/tcp
                                .servedBy(proxy, zone.host("bot"), 8080, Access.ownLogin()) // routes.bot.tapbot.kz/
                                .needs(first) // needs.data/first
                                .environment("A", "1") // environment.A
                                .environment("B", Secret.generated("b")) // environment.B
                                .mounts(files, "/files") // mounts./files
                                .storage(s -> s.memory(mib(1), "/tmp") // mounts./tmp
                                        .file("/etc/bot", f -> f.text("x"))) // files./etc/bot
                                .healthCheck(h -> h.command("true") // healthCheck.command
                                        .every(Duration.ofSeconds(3)) // healthCheck.interval
                                        .retries(2)) // healthCheck.retries
                                .limits(l -> l.memory(mib(9)) // limits.memory
                                        .cpus(Cpus.cpus(1)) // limits.cpus
                                        .ulimit(UlimitKind.NOFILE, 10, 20)) // limits.ulimits.nofile
                                .confinement(k -> k.readOnlyRoot()) // confinement.readOnlyRoot
                                .process(p -> p.command("run") // command
                                        .restart(RestartPolicy.ALWAYS)) // restart
                                .role(r -> r.is(Trait.CACHE) // traits.CACHE
                                        .calls(api) // calls.telegram
                                        .label("team", "bots"))); // labels.team
            })
            .topology();

    @Test
    void each_setting_of_a_container_has_its_line() throws IOException {
        Map<String, ?> settings = service("data/bot").places().settings();
        for (String setting : settingsInSource()) {
            if (settings.containsKey(setting)) {
                assertThat(settings.get(setting)).hasToString(line("// " + setting));
            }
        }
        assertThat(settingsInSource()).containsAll(expected(settings.keySet()));
    }

    @Test
    void each_setting_of_a_server_has_its_line() {
        Map<String, ?> settings =
                TOPOLOGY.server(ServerName.of("data")).orElseThrow().places().settings();
        assertThat(settings.keySet()).containsExactly("size", "ssh.port", "sysctl.vm.swappiness", "system", "timeZone");
        settings.forEach((setting, at) -> assertThat(at).hasToString(line("// " + setting)));
    }

    @Test
    void what_a_helper_says_names_the_helper_and_its_caller() {
        Service first = service("data/first");
        String caller = " via " + line("// outer first");
        assertThat(first.places().declaration()).map(Object::toString).hasValue(line("// inner first") + caller);
        assertThat(first.places().of("networks.web")).map(Object::toString).hasValue(line("// inner joins") + caller);
        assertThat(first.places().of("healthCheck.retries"))
                .map(Object::toString)
                .hasValue(line("// probe retries") + " via " + line("// probe applied"));
    }

    @Test
    void what_an_own_definition_says_names_the_line_that_runs_it() {
        assertThat(service("data/gate").places().of("publications.80/tcp"))
                .map(Object::toString)
                .hasValue(line("Gate.version"));
    }

    @Test
    void what_an_unmarked_definition_says_names_its_own_line_and_the_one_that_runs_it() {
        Topology topology = Tapbot.draft("shop", t -> t.server("data", HOST).run(new Plain())) // ran
                .topology();
        assertThat(topology.service(ServiceId.of("data/plain"))
                        .orElseThrow()
                        .places()
                        .of("environment.A"))
                .map(Object::toString)
                .hasValue(line("// plain") + " via " + line("// ran"));
    }

    private record Plain() implements ServiceDefinition<ContainerRef> {
        @Override
        public ContainerRef declare(Declaration on) {
            return on.container("plain", Setting.here(IMAGE), c -> c.environment("A", "1")); // plain
        }
    }

    private static ContainerRef first(ServerRef server, NetworkRef web) {
        return server.container( // inner first
                "first",
                IMAGE,
                c -> c.joins(web) // inner joins
                        .apply(PlacesTest::probe)); // probe applied
    }

    private static void probe(ContainerSpec spec) {
        spec.healthCheck(h -> h.command("true").retries(9)); // probe retries
    }

    private static List<String> expected(Iterable<String> settings) {
        List<String> all = new java.util.ArrayList<>();
        settings.forEach(all::add);
        all.removeAll(List.of("healthCheck", "image"));
        return all;
    }

    private static List<String> settingsInSource() throws IOException {
        return Files.readAllLines(Path.of("src/test/java/kz/tapbot/said/PlacesTest.java")).stream()
                .filter(each -> each.contains(" // "))
                .map(each -> each.substring(each.indexOf(" // ") + 4))
                .toList();
    }

    private static Service service(String id) {
        return TOPOLOGY.service(ServiceId.of(id)).orElseThrow();
    }

    private static String line(String text) {
        return Lines.of(PlacesTest.class, text);
    }
}
