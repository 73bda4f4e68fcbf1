package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Image;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {

    private static final Topology NEW =
            Declared.shop(postgres -> postgres, bot -> bot.image(Image.of("registry.example/bot:1.5.0")));

    private static final PlanOptions OPTIONS = PlanOptions.STANDARD
            .adopt(Address.parse("container:data/bot"))
            .removeData(Address.parse("volume:data/old"));

    @Test
    void a_plan_is_written_in_its_published_form() {
        Plan plan = scene().plan(PlanOptions.STANDARD);

        assertThat(PlanJson.write(plan, PlanOptions.STANDARD))
                .isEqualTo("""
                        {
                          "format" : 1,
                          "topology" : "shop",
                          "fingerprint" : "FINGERPRINT",
                          "options" : {
                            "adopt" : [ ],
                            "destroy" : false,
                            "removeData" : [ ]
                          },
                          "summary" : "Plan: 0 to add, 1 to change, 0 to destroy.",
                          "changes" : [ {
                            "address" : "container:data/bot",
                            "server" : "data",
                            "action" : "update",
                            "cause" : "image differs",
                            "differences" : [ {
                              "attribute" : "image",
                              "before" : "registry.example/bot:1.4.2",
                              "after" : "registry.example/bot:1.5.0"
                            } ],
                            "consequences" : [ "The new one starts beside the old one and takes over when it is healthy: no interruption." ],
                            "prepare" : [ "pull image registry.example/bot:1.5.0" ],
                            "steps" : [ {
                              "operation" : "create container bot.next from registry.example/bot:1.5.0",
                              "undo" : "remove container bot.next"
                            }, {
                              "operation" : "start container bot.next",
                              "undo" : "stop container bot.next"
                            }, {
                              "operation" : "wait for bot.next to be healthy, at most 135 s"
                            }, {
                              "operation" : "rename container bot to bot.before",
                              "undo" : "rename container bot.before to bot"
                            }, {
                              "operation" : "rename container bot.next to bot",
                              "undo" : "rename container bot to bot.next"
                            }, {
                              "operation" : "stop container bot.before",
                              "undo" : "start container bot.before"
                            }, {
                              "operation" : "remove container bot.before"
                            } ],
                            "after" : [ ],
                            "confirmed" : false
                          } ],
                          "report" : [ ]
                        }
                        """.replace("FINGERPRINT", plan.fingerprint()));
    }

    @Test
    void a_saved_plan_is_read_again_with_all_that_it_shows() {
        Scene scene = scene().disowned("container:data/bot", "somebody").interrupted("begun");
        Plan plan = scene.plan(OPTIONS);
        SavedPlan saved = PlanJson.read(PlanJson.write(plan, OPTIONS));

        assertThat(saved.topology()).isEqualTo(plan.topology());
        assertThat(saved.options()).isEqualTo(OPTIONS);
        assertThat(saved.isStill(scene.plan(saved.options()))).isTrue();
        assertThat(saved.isStill(scene().plan(saved.options()))).isFalse();
        assertThat(PlanText.render(new Plan(saved.topology(), saved.fingerprint(), saved.changes(), plan.report())))
                .isEqualTo(PlanText.render(plan));
        assertThat(PlanJson.read(PlanJson.write(plan, OPTIONS.destroying()))
                        .options()
                        .isDestroy())
                .isTrue();
    }

    @Property(tries = 1000)
    void every_plan_keeps_to_the_schema_and_is_read_again(@ForAll("estates") Topology topology) throws IOException {
        Plan plan = Scene.bare(topology).plan(PlanOptions.STANDARD);
        String json = PlanJson.write(plan, PlanOptions.STANDARD);

        assertThat(Holder.SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(PlanJson.read(json).isStill(plan)).isTrue();
    }

    @Provide
    Arbitrary<Topology> estates() {
        return Topologies.estates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"format\": 2}",
                "{\"format\": \"1\"}",
                "{\"format\": 1, \"format\": 1}"
            })
    void what_is_no_plan_is_refused(String text) {
        assertThatThrownBy(() -> PlanJson.read(text)).isInstanceOf(UnreadablePlanException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"topology\" : \"shop\" | \"topology\" : \"Shop\" | /topology is not allowed",
                "\"topology\" : \"shop\" | \"topology\" : 1 | /topology is not a text",
                "\"adopt\" : [ ] | \"adopt\" : \"x\" | /options/adopt is not a list",
                "\"adopt\" : [ ] | \"adopt\" : [ \"x\" ] | /options/adopt is not allowed",
                "\"destroy\" : false | \"destroy\" : \"no\" | /options/destroy is neither true nor false",
                "\"action\" : \"update\" | \"action\" : \"explode\" | /changes/0/action is no action: explode",
                "\"cause\" : | \"because\" : | /changes/0/because is not known in this format",
                "\"format\" : 1 | \"format\" : 7 | and the plan says 7.",
                "\"report\" : [ ] | \"report\" : [ ], \"more\" : 1 | /more is not known in this format",
                "\"report\" : [ ] | \"report\" : [[[[[[[[[[ ]]]]]]]]]] | is not readable as JSON",
                "\"report\" : [ ] | \"report\" : [ ], \"report\" : [ ] | is not readable as JSON",
                "\"report\" : [ ] | \"report\" : [ ]} x { | is not readable as JSON"
            })
    void a_plan_that_was_edited_is_refused_and_the_place_is_named(String part, String instead, String told) {
        String json = PlanJson.write(scene().plan(PlanOptions.STANDARD), PlanOptions.STANDARD);
        assertThat(json).contains(part);

        assertThatThrownBy(() -> PlanJson.read(json.replace(part, instead)))
                .isInstanceOf(UnreadablePlanException.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_plan_that_was_cut_off_is_refused_wherever_it_ends() {
        String json = PlanJson.write(scene().plan(PlanOptions.STANDARD), PlanOptions.STANDARD);

        Stream.iterate(0, end -> end < json.length() - 2, end -> end + 7)
                .forEach(end -> assertThatThrownBy(() -> PlanJson.read(json.substring(0, end)))
                        .isInstanceOf(UnreadablePlanException.class));
    }

    @Test
    void the_report_of_a_plan_that_cannot_be_read_says_what_to_do() {
        assertThatThrownBy(() -> PlanJson.read("{\"format\": 9}")).hasMessage("""
                        Plan "saved" has 1 error

                        error TB5102  Saved plan of another format
                          at plan:saved
                          This version reads format 1, and the plan says 9. Make the plan again with this version.""");
    }

    private static Scene scene() {
        return Scene.bare(NEW).found(Declared.shop());
    }

    /** Read once. */
    private static final class Holder {
        static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(published(), InputFormat.JSON);

        private static String published() {
            for (Path directory : List.of(Path.of("docs"), Path.of("../docs"))) {
                Path file = directory.resolve("schema/tapbot-plan-1.schema.json");
                if (Files.exists(file)) {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            }
            throw new AssertionError("the schema is not where it was");
        }
    }
}
