package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.spi.LockHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What day-to-day verbs write about a small estate that stands. */
class DailyVerbsTest {

    private final Shell shell = Shell.of(Shop::topology);

    @BeforeEach
    void the_shop_is_open() {
        shell.estate()
                .server("box")
                .faults()
                .says(Image.of("nginx:1.29.3"), List.of("GET / 200", "GET /favicon.ico 404", "\u001b[2Jgone"));
        assertThat(shell.onServers("apply", "--yes").code()).isZero();
    }

    @Test
    void logs_of_all_services_are_merged_and_each_line_says_whose_it_is() {
        for (String service : List.of("page", "store", "page")) {
            shell.estate().clock().advance(Duration.ofSeconds(1));
            shell.estate().server("box").engine().say(service, service + " goes on");
        }
        assertThat(shell.onServers("logs", "--tail", "2").out()).isEqualTo("""
                store | starting example/store:16.9
                page  | page goes on
                store | store goes on
                page  | page goes on
                """);
    }

    @Test
    void logs_show_what_was_asked_for_alone() {
        assertThat(shell.onServers("logs", "page", "--tail", "2", "--grep", "favicon")
                        .out())
                .isEqualTo("page | GET /favicon.ico 404\n");
        assertThat(shell.onServers("logs", "box/page", "--grep", "get", "--ignore-case")
                        .out())
                .isEqualTo("page | GET / 200\npage | GET /favicon.ico 404\n");
        assertThat(shell.onServers("logs", "--grep", " [24]0[0-9]$", "--regex").out())
                .isEqualTo("page  | GET / 200\npage  | GET /favicon.ico 404\n");
        assertThat(shell.onServers("logs", "--grep", "[24]").out()).isEmpty();
        assertThat(shell.onServers("logs", "store", "--timestamps").out())
                .matches("store \\| 2026-01-01T00:[0-9:.]+Z starting example/store:16.9\n");
        assertThat(shell.onServers("logs", "store", "--since", "2026-05-01T10:00:00Z")
                        .out())
                .isEmpty();
    }

    @Test
    void logs_are_json_lines_where_json_is_wanted() throws IOException {
        List<JsonNode> lines = lines(shell.onServers("logs", "page", "--tail", "1", "--json"));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).toString())
                .matches("\\{\"format\":1,\"event\":\"log\",\"server\":\"box\",\"service\":\"page\",\"at\":\"[^\"]+\","
                        + "\"stream\":\"stdout\",\"text\":\"\\\\\\\\x1b\\[2Jgone\"}");
    }

    @Test
    void logs_that_are_followed_end_when_nobody_reads_them() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        int code = shell.run(closed, new ByteArrayOutputStream(), "logs", "--follow", "--runtime", "standing");
        assertThat(code).isZero();
    }

    @Test
    void what_was_typed_wrong_is_told_with_what_would_be_right() {
        assertThat(shell.onServers("logs", "pgae"))
                .isEqualTo(new Ended(3, "", "There is no service \"pgae\".\nDid you mean page?\n"));
        assertThat(shell.onServers("logs", "box").err())
                .isEqualTo("There is no service \"box\".\nbox is a server: --server box.\n");
        assertThat(shell.onServers("logs", "--since", "yesterday").err())
                .isEqualTo(
                        "Not a time: \"yesterday\".\nA time is a number and ms, s, m or h, for example --since 10m\n");
        assertThat(shell.onServers("logs", "--since", "2026-05-01T10:00").err()).isEqualTo("""
                        Not a moment: "2026-05-01T10:00".
                        A moment is a date and time with its offset, for example --since 2026-05-01T10:00:00Z
                        """);
        assertThat(shell.onServers("logs", "--tail", "-3").code()).isEqualTo(3);
        assertThat(shell.onServers("logs", "--regex").err())
                .isEqualTo("There is nothing to look for.\nFor example --grep error --ignore-case\n");
        assertThat(shell.onServers("logs", "--regex", "--grep", "(").err())
                .isEqualTo("Not a regular expression: \"(\".\nWithout --regex it is looked for as it stands.\n");
        assertThat(shell.run("exec", "page", "ls").err()).isEqualTo("""
                        "exec" takes no such argument: "ls".
                        What is passed on comes behind two hyphens: exec SERVICE -- COMMAND
                        """);
        assertThat(shell.run("exec", "page").err())
                .isEqualTo(
                        "There is no command to run.\nIt comes behind two hyphens, for example: exec page -- ls -l /\n");
    }

    @Test
    void a_command_says_what_it_says_and_tells_how_it_ended() {
        assertThat(exec("exec", "page", "--", "echo", "--json", "plan")).isEqualTo(new Ended(0, "--json plan\n", ""));
        assertThat(exec("exec", "page", "--", "false"))
                .isEqualTo(new Ended(11, "", "The command in container page ended with status 1.\n"));
        assertThat(exec("exec", "page", "--", "ls").code()).isEqualTo(11);
    }

    @Test
    void a_command_gets_standard_input_only_where_that_is_said() {
        shell.typing("SELECT 1;\n\u001b[2J");
        assertThat(exec("exec", "store", "--stdin", "--", "cat").out()).isEqualTo("SELECT 1;\n\\x1b[2J\n");
        shell.typing("SELECT 1;\n");
        assertThat(exec("exec", "store", "--", "cat").out()).isEmpty();
    }

    @Test
    void a_command_is_told_in_json_lines_where_json_is_wanted() {
        assertThat(exec("exec", "page", "--json", "--", "echo", "hi").out()).isEqualTo("""
                {"format":1,"event":"output","stream":"stdout","text":"hi"}
                {"format":1,"event":"exited","status":0,"exitCode":0}
                """);
    }

    @Test
    void a_restart_shows_its_progress_and_tells_when_a_service_does_not_come_back() {
        Ended good = shell.onServers("restart", "page", "store").steady();
        assertThat(good.code()).isZero();
        assertThat(good.out()).isEqualTo("Done: 2 done, 0 failed, 0 skipped in 0.0 s.\n");
        assertThat(good.err()).contains("done     container:box/page  update").contains("container:box/store");

        shell.estate().server("box").faults().crashing(Image.of("nginx:1.29.3"));
        Ended bad = shell.onServers("restart", "page");
        assertThat(bad.code()).isEqualTo(7);
        assertThat(bad.out())
                .startsWith("Failed, not everything rolled back: 0 done, 1 failed")
                .contains("It was NOT rolled back.", "| fatal: the process ended with exit status 1");
        assertThat(shell.onServers("lock").out()).isEqualTo("No server is locked.\n");
    }

    @Test
    void a_restart_without_a_name_or_of_what_is_not_there_is_refused() {
        assertThat(shell.onServers("restart").code()).isEqualTo(3);
        shell.estate().server("box").engine().removeContainer("page");
        Ended ended = shell.onServers("restart", "page");
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.err())
                .isEqualTo("There is no container page on server box. \"plan\" shows what is missing.\n");
    }

    @Test
    void a_service_is_rolled_back_until_it_is_applied_again() {
        shell.declares(Shop::newerPage);
        assertThat(shell.onServers("apply", "--yes").code()).isZero();
        assertThat(shell.onServers("releases", "page").out()).matches("""
                \040 Releases of box/page
                    RELEASE  RECORDED +BY +IMAGE +ID +NOTE
                    2 +2026-01-01T00:0[0-9:]+Z +[^ ]+ +nginx:1.29.4  nginx:1.29.4  newest
                    1 +2026-01-01T00:0[0-9:]+Z +[^ ]+ +nginx:1.29.3  nginx:1.29.3
                """);
        assertThat(shell.onServers("rollback", "page").code()).isEqualTo(8);

        Ended back = shell.onServers("rollback", "page", "--yes").steady();
        assertThat(back.code()).as("%s", back).isZero();
        assertThat(back.err())
                .contains("Going back to release 1 of box/page: nginx:1.29.3, recorded ")
                .endsWith(
                        "The declaration still says otherwise: the next apply would undo this. To stay with it, declare it.\n");
        assertThat(back.out())
                .contains("container:box/page")
                .contains("Proof: ")
                .contains("claims hold.");
        assertThat(shell.onServers("drift").out()).startsWith("rolled back  container:box/page: to release 1 by ");
        assertThat(shell.onServers("plan").out()).contains("note TB5206  Service was rolled back");
        assertThat(shell.onServers("rollback", "page", "--yes").code()).isEqualTo(6);

        assertThat(shell.onServers("apply", "--yes").code()).isZero();
        assertThat(shell.onServers("drift").out()).startsWith("No drift.");
        assertThat(shell.onServers("rollback", "page", "--to", "9").err())
                .isEqualTo("Release 9 of service page is not kept. Those that are: [4, 3].\n");
    }

    @Test
    void a_clean_up_shows_what_is_not_needed_and_removes_it_only_when_told() {
        for (int version = 4; version <= 8; version++) {
            String tag = "1.29." + version;
            shell.declares(() -> Shop.page(tag));
            assertThat(shell.onServers("apply", "--yes").code()).isZero();
        }
        shell.estate().server("box").engine().run(foreign("nginx:1.29.4"));
        assertThat(shell.onServers("prune").out()).isEqualTo("""
                unused   box  image nginx:1.29.3 nginx:1.29.3  16 MiB
                This would free 16 MiB. Nothing was removed: run again with --yes.
                """);
        shell.estate().server("box").faults().lockHeldBy(new LockHolder("aya@laptop", "apply", Instant.EPOCH));
        assertThat(shell.onServers("prune", "--yes").code()).isEqualTo(10);
        shell.estate().server("box").faults().clear();
        assertThat(shell.onServers("prune", "--yes").out()).isEqualTo("""
                removed  box  image nginx:1.29.3 nginx:1.29.3  16 MiB
                Freed 16 MiB.
                """);
        assertThat(shell.onServers("prune", "--json").out()).contains("\"leftovers\": []");
        assertThat(shell.onServers("rollback", "page", "--to", "3", "--yes").code())
                .isZero();
    }

    @Test
    void newer_images_are_told_and_registries_that_cannot_be_asked_as_well() {
        for (String tag : List.of("1.29.9", "1.30.1", "1.30.2-alpine", "2.0.0")) {
            shell.estate().server("box").engine().publish(Image.of("nginx:" + tag));
        }
        assertThat(shell.onServers("pull")).isEqualTo(new Ended(0, """
                box/page  nginx:1.29.3  newer: 1.30.1; big step: 2.0.0
                box/store  example/store:16.9  is the newest
                """, ""));
        assertThat(shell.onServers("pull", "page", "--detailed-exitcode").code())
                .isEqualTo(2);
        assertThat(shell.onServers("pull", "store", "--detailed-exitcode").code())
                .isZero();

        shell.estate().server("box").faults().missingImage(Image.of("example/store:16.9"));
        Ended ended = shell.onServers("pull");
        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.out())
                .endsWith(
                        "box/store  example/store:16.9  unknown: The registry of example/store cannot be asked: it does not answer.\n");
    }

    @Test
    void events_tell_what_happened_to_our_containers() throws IOException {
        assertThat(shell.onServers("restart", "page").code()).isZero();
        assertThat(shell.onServers("events").out())
                .matches("(?s).*  container:box/page  start\n.*"
                        + "  container:box/page  stop\n[^\n]*  container:box/page  start\n");
        assertThat(lines(shell.onServers("events", "--since", "10m", "--json")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("event").asText()).isEqualTo("engine"));
        assertThat(shell.onServers("events", "--since", "2027-01-01T00:00:00Z").out())
                .isEmpty();
    }

    private static Service foreign(String image) {
        return Service.builder()
                .name(ServiceName.of("theirs"))
                .kind(ServiceKind.of("container"))
                .image(Image.of(image))
                .build();
    }

    /** On the servers, with the command left where it is. */
    private Ended exec(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(all.indexOf("--"), List.of("--runtime", "standing"));
        return shell.run(all.toArray(String[]::new));
    }

    private static List<JsonNode> lines(Ended ended) throws IOException {
        List<JsonNode> all = new java.util.ArrayList<>();
        for (String line : ended.out().lines().toList()) {
            all.add(new ObjectMapper().readTree(line));
        }
        return all;
    }
}
