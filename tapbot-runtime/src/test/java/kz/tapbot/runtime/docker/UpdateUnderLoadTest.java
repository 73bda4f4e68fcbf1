package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.Tapbot;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.lab.Lab;
import kz.tapbot.lab.Load;
import kz.tapbot.lab.Trust;
import kz.tapbot.lab.Visitor;
import kz.tapbot.model.Topology;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.service.Caddy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services are updated while fifty visitors a second come through a real proxy, over TLS, each on a connection of its own. */
@OnEngine
class UpdateUnderLoadTest {

    private static final Image PAGE = Image.of("tapbot-lab/page:1.0.0");
    private static final String HOST = "www.example.com";
    private static final int A_SECOND = 50;
    private static final Pattern AWAY = Pattern.compile("away for up to about ([0-9]+) s");

    /** What never gets healthy: it answers everybody with an error, never begins to listen, or ends at once. */
    private static final List<Consumer<ContainerSpec>> BAD = List.of(
            c -> c.environment("SICK", "yes"),
            c -> c.environment("SECONDS_TO_START", "600"),
            c -> c.process(process -> process.entrypoint("false")));

    private Lab lab;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        lab = Lab.open();
        runtime = lab.runtime(Map.of());
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void nobody_is_turned_away_during_ten_good_and_ten_bad_updates() {
        List<String> versions = new ArrayList<>(List.of("well 0"));
        apply(version(0, c -> {}), true);
        Load load = Load.of(A_SECOND, visitor(), HOST);
        try (load) {
            long begin = System.nanoTime();
            for (int number = 1; number <= 10; number++) {
                Plan plan = runtime.plan(version(number, c -> {}));
                assertThat(plan.toString()).contains("no interruption");
                apply(version(number, c -> {}), true);
                versions.add("well " + number);
                apply(version(100 + number, BAD.get(number % BAD.size())), false);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(load.visits()).isGreaterThan((int) (seconds * A_SECOND * 0.9));
        }
        assertThat(load.failures()).as("of %d", load.visits()).isEmpty();
        assertThat(load.answers()).containsExactlyElementsOf(versions);
    }

    @Test
    void what_keeps_data_is_away_for_no_longer_than_its_plan_says() {
        apply(stateful(0), true);
        Plan plan = runtime.plan(stateful(1));
        Matcher estimate = AWAY.matcher(plan.toString());
        assertThat(estimate.find()).as("%s", plan).isTrue();
        Load load = Load.of(A_SECOND, visitor(), HOST);
        try (load) {
            apply(stateful(1), true);
        }
        assertThat(load.longestPause()).isLessThanOrEqualTo(Double.parseDouble(estimate.group(1)));
        assertThat(load.failures()).isEmpty();
    }

    private Visitor visitor() {
        String root = lab.file("caddy", "/data/caddy/pki/authorities/local/root.crt");
        Visitor visitor = new Visitor(lab.address().value(), 443, Trust.in(root));
        assertThat(visitor.await(HOST, "/").body()).isEqualTo("well 0\n");
        return visitor;
    }

    private Topology stateful(int number) {
        return estate(number, c -> c.process(process -> process.stopGrace(Duration.ofSeconds(5))), true);
    }

    private Topology version(int number, Consumer<ContainerSpec> more) {
        return estate(number, more, false);
    }

    private Topology estate(int number, Consumer<ContainerSpec> more, boolean keepsData) {
        return Tapbot.draft("lab-load", t -> {
                    var box = t.server("box", lab.address());
                    var web = box.network("web");
                    var proxy = box.run(Caddy.version("2.6.2").on(web));
                    var data = keepsData ? List.of(box.volume("data")) : List.<kz.tapbot.dsl.VolumeRef>of();
                    box.container("page", PAGE, c -> {
                        c.joins(web)
                                .environment("VERSION", Integer.toString(number))
                                .servedBy(
                                        proxy,
                                        t.zone("example.com").host("www"),
                                        8080,
                                        Access.everybodyBecause("it is a test"))
                                .healthCheck(check -> check.command(
                                                "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/")
                                        .every(Duration.ofSeconds(1))
                                        .retries(2)
                                        .startPeriod(Duration.ofSeconds(1)));
                        data.forEach(volume -> c.mounts(volume, "/data"));
                        more.accept(c);
                    });
                })
                .topology();
    }

    private void apply(Topology topology, boolean good) {
        lab.imagesOf(topology);
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isEqualTo(good);
    }
}
