package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.Canaries;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.docker.KilledRun.Undertaking;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanJson;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret in a file, a variable and the input of a command on a real engine is in these and nowhere else, in no encoding. */
@OnEngine
class DockerSecretsTest {

    private final Canaries canaries = new Canaries();
    private DockerHarness harness;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        canaries.add("token", KilledShop.TOKEN);
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void no_log_and_nothing_that_is_shown_holds_the_value() throws Exception {
        ChildJvm loud = ChildJvm.run(Undertaking.APPLY, 0, "-Dslf4j.provider=" + LoudLogging.class.getName());
        assertThat(loud.said()).contains("DEBUG com.github.dockerjava", "create container page", "points ");
        assertThat(canaries.in(loud.said())).isEmpty();

        String engine = harness.everythingShown() + harness.events() + harness.histories();
        String declared = "SECRET=" + KilledShop.TOKEN;
        assertThat(engine).contains(declared, "tapbot-state", "/keep");
        assertThat(canaries.in(engine.replace(declared, ""))).isEmpty();

        Topology topology = KilledShop.second();
        TapbotRuntime runtime = KilledRun.runtime(EngineForTests.dialer());
        Plan plan = runtime.plan(topology);
        assertThat(plan.isEmpty()).isFalse();
        List<Object> shown = List.of(
                PlanText.render(plan),
                PlanJson.write(plan, PlanOptions.STANDARD),
                plan.changes(),
                runtime.observe(topology),
                runtime.status(topology),
                runtime.drift(topology),
                runtime.prove(topology),
                journal(topology));
        assertThat(shown)
                .allSatisfy(text -> assertThat(canaries.in(text.toString())).isEmpty());
    }

    @Test
    void a_release_that_says_its_secrets_before_it_fails_is_shown_without_them() {
        TapbotRuntime runtime = KilledRun.runtime(EngineForTests.dialer());
        assertThat(runtime.apply(KilledShop.first(), ApplyOptions.standard()).isDone())
                .isTrue();
        Topology talkative = KilledShop.talkative();
        ApplyReport report = runtime.apply(talkative, ApplyOptions.standard());
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(report.toString()).contains("given (secret token) here", "encoded (secret token)");
        assertThat(canaries.in(report.toString() + runtime.observe(talkative) + journal(talkative)))
                .isEmpty();
    }

    @Test
    void what_others_keep_in_a_container_that_is_adopted_is_told_by_name_alone() {
        somebodyElsesPage();
        Topology topology = KilledShop.first();
        TapbotRuntime runtime = KilledRun.runtime(EngineForTests.dialer());
        PlanOptions adopt = KilledRun.ADOPT_PAGE;
        Plan plan = runtime.plan(topology, adopt);
        assertThat(plan.toString())
                .contains("env API_KEY", "label com.example.users", "command", "entrypoint", "health")
                .doesNotContain("env SECRET");
        ApplyReport report = runtime.apply(topology, plan, adopt, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        List<Object> shown = List.of(
                PlanText.render(plan),
                PlanJson.write(plan, adopt),
                plan.changes(),
                report,
                runtime.observe(topology),
                runtime.status(topology),
                runtime.drift(topology),
                journal(topology));
        assertThat(shown)
                .allSatisfy(text -> assertThat(canaries.in(text.toString())).isEmpty());
        String declared = "SECRET=" + KilledShop.TOKEN;
        assertThat(canaries.in(harness.everythingShown().replace(declared, ""))).isEmpty();
    }

    @Test
    void no_log_of_an_adoption_holds_what_others_keep_in_their_container() throws Exception {
        somebodyElsesPage();
        ChildJvm loud = ChildJvm.run(Undertaking.ADOPT, 0, "-Dslf4j.provider=" + LoudLogging.class.getName());
        assertThat(loud.said()).contains("DEBUG com.github.dockerjava", "create container page", "points ");
        assertThat(canaries.in(loud.said())).isEmpty();
    }

    private void somebodyElsesPage() {
        List<String> words = List.of("variable", "label", "command", "entrypoint", "check");
        words.forEach(word -> canaries.add(word, "theirs \"" + word + "\"/6c+1d"));
        harness.byHand(client -> {
            String id = client.createContainerCmd(DockerHarness.BASE)
                    .withName("page")
                    .withEnv("API_KEY=theirs \"variable\"/6c+1d", "SECRET=" + KilledShop.TOKEN)
                    .withLabels(java.util.Map.of("com.example.users", "theirs \"label\"/6c+1d"))
                    .withEntrypoint("sh", "-c", "sleep 1000 # theirs \"entrypoint\"/6c+1d")
                    .withCmd("--password", "theirs \"command\"/6c+1d")
                    .withHealthcheck(new com.github.dockerjava.api.model.HealthCheck()
                            .withTest(List.of("CMD-SHELL", "true # theirs \"check\"/6c+1d")))
                    .exec()
                    .getId();
            client.startContainerCmd(id).exec();
        });
    }

    private String journal(Topology topology) {
        SessionContext context = new SessionContext(topology.name(), new KnownContents(), "tester@here");
        try (Session session = harness.driver().open(harness.server(), context)) {
            return session.state().journal().toString();
        }
    }
}
