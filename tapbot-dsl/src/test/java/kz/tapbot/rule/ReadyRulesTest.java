package kz.tapbot.rule;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.rule.library.ReadyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ready rule has a reason and a cure, holds for nothing, and is broken by an estate that does everything wrong. */
class ReadyRulesTest {

    private static final Estate NOTHING = Estate.of(Tapbot.topology("nothing", t -> {}));
    private static final Estate WRONG = Estate.of(wrong());

    private record Proxy(ContainerRef container) implements ProxyRef {}

    static Stream<TopologyRule> all() {
        return Stream.of(ReadyRules.standard(), ReadyRules.offered()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_rule_says_why_and_holds_where_there_is_nothing(TopologyRule rule) {
        assertThat(rule.sentence()).contains(" should ").contains(", because ");
        assertThat(rule.evaluate(NOTHING).holds()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_rule_is_broken_by_what_it_is_for_and_says_the_line_and_the_cure(TopologyRule rule) {
        RuleResult result = rule.evaluate(WRONG);
        assertThat(result.violations()).as("%s", rule).isNotEmpty();
        assertThat(result.toString()).contains("(ReadyRulesTest.java:").contains("\nTo mend it: ");
    }

    @Test
    void no_rule_is_there_twice() {
        assertThat(all().map(TopologyRule::sentence)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(15);
    }

    private static Topology wrong() {
        return Tapbot.draft("wrong", t -> {
                    var zone = t.zone("example.com");
                    var box = t.server(
                            "box",
                            HostAddress.of("203.0.113.10"),
                            s -> s.firewall(f -> f.off())
                                    .ssh(ssh -> ssh.passwordsToo())
                                    .delegate("helper", d -> d.mayInspect()));
                    var web = box.network("web");
                    var files = box.volume("files");
                    var lost = box.volume("lost");
                    var proxy = new Proxy(box.container(
                            "proxy",
                            Image.of("example/proxy:1.0.0"),
                            c -> c.joins(web).publishes(Port.tcp(443)).role(r -> r.is(Trait.PROXY))));
                    var password = Secret.generated("password");
                    var db = box.container(
                            "db",
                            Image.of("example/db:1.0.0"),
                            c -> c.joins(web)
                                    .publishes(Port.tcp(5432))
                                    .mounts(files, "/data")
                                    .environment("ROOT_PASSWORD", password)
                                    .process(p -> p.restart(RestartPolicy.NO))
                                    .role(r -> r.is(Trait.DATABASE)));
                    var tool = box.container(
                            "tool",
                            Image.of("example/tool:1.0.0"),
                            c -> c.joins(web)
                                    .needs(db)
                                    .mounts(files, "/data")
                                    .mounts(lost, "/more")
                                    .storage(s ->
                                            s.hostPath(HostPath.of("/var/run/docker.sock"), "/var/run/docker.sock"))
                                    .servedBy(proxy, zone.host("tool"), 8080, Access.everybodyBecause("nobody thought"))
                                    .role(r -> r.is(Trait.WEB_INTERFACE, Trait.ADMIN_INTERFACE)));
                    tool.stores("notes", DataKind.FILES, d -> d.dump(Command.of("dump")));
                    var tiny = t.server(
                            "tiny",
                            HostAddress.of("203.0.113.11"),
                            s -> s.size(cpus(1), mib(512), gib(10)).updates(u -> {}));
                    tiny.container(
                            "tool",
                            Image.of("example/tool:1.1.0"),
                            c -> c.needs(db).limits(l -> l.memory(mib(300))));
                    tiny.container(
                            "store", Image.of("postgres:16.9"), c -> c.environment("POSTGRES_PASSWORD", password));
                    t.backup("none", b -> b.of(files).to(box.directory("/var/backups"), keep -> keep.days(1)));
                })
                .topology();
    }
}
