package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kz.tapbot.Tapbot;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.SpoiltDriver;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every exit code is reached, and by what {@code docs/cli.md} says it is reached by. */
class ExitCodesTest {

    private static final Image PAGE = Image.of("nginx:1.29.3");

    private final Shell shell = Shell.of(Shop::topology);

    @BeforeEach
    void nothing_is_there_yet() {
        assertThat(shell.estate().recorder().operations()).isZero();
    }

    @Test
    void it_is_0_when_what_was_asked_for_is_done() {
        assertThat(shell.onServers("apply", "--yes").code()).isEqualTo(0);
        assertThat(shell.onServers("plan", "--detailed-exitcode").code()).isEqualTo(0);
        assertThat(shell.onServers("drift", "--detailed-exitcode").code()).isEqualTo(0);
    }

    @Test
    void it_is_1_for_a_mistake_of_ours_whose_stack_is_shown_on_demand_alone() {
        Shell broken = Shell.of(() -> {
            throw new AssertionError("s3cret-canary");
        });

        Ended ended = broken.run("plan");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("Internal error: java.lang.AssertionError at kz.tapbot.runtime.cli.ExitCodesTest:")
                .endsWith("Run again with --stacktrace and report what it shows.\n")
                .doesNotContain("canary");
        assertThat(broken.run("plan", "--stacktrace").err()).contains("\n\tat kz.tapbot.runtime.cli.ExitCodesTest");
    }

    @Test
    void it_is_2_with_detailed_exitcode_alone_when_there_is_something_to_change() {
        assertThat(shell.onServers("plan").code()).isEqualTo(0);
        assertThat(shell.onServers("plan", "--detailed-exitcode").code()).isEqualTo(2);
        assertThat(shell.onServers("plan", "--detailed-exitcode", "--json").code())
                .isEqualTo(2);
    }

    @Test
    void it_is_2_with_detailed_exitcode_alone_when_there_is_drift() {
        shell.onServers("apply", "--yes");
        shell.estate().server("box").host().flushFirewall();

        assertThat(shell.onServers("drift").code()).isEqualTo(0);
        assertThat(shell.onServers("drift", "--detailed-exitcode").code()).isEqualTo(2);
    }

    @Test
    void it_is_3_when_the_command_line_cannot_be_understood() {
        assertThat(shell.run("plam").code()).isEqualTo(3);
        assertThat(shell.run("plan", "--jsno").code()).isEqualTo(3);
    }

    @Test
    void it_is_3_when_the_topology_cannot_work_or_cannot_even_be_made() {
        shell.declares(() -> Tapbot.topology("shop", t -> {
            t.addresses("office", "198.51.100.7/32");
            t.addresses("office", "198.51.100.8/32");
        }));
        assertThat(shell.run("plan").code()).isEqualTo(3);
        assertThat(shell.run("validate").code()).isEqualTo(3);

        shell.declares(() -> {
            throw new IllegalStateException("s3cret-canary");
        });
        assertThat(shell.run("plan").code()).isEqualTo(3);
        assertThat(shell.run("plan").err()).doesNotContain("canary");
    }

    @Test
    void it_is_4_when_a_claim_does_not_hold_on_the_servers() {
        shell.onServers("apply", "--yes");
        shell.estate().server("box").host().flushFirewall();

        assertThat(shell.onServers("prove").code()).isEqualTo(4);
    }

    @Test
    void it_is_4_when_the_plan_has_errors() {
        shell.estate().server("box").faults().portTaken(Port.tcp(80), "apache2");

        Ended plan = shell.onServers("plan");
        Ended apply = shell.onServers("apply", "--yes");

        assertThat(plan.code()).as("%s", plan).isEqualTo(4);
        assertThat(apply.code()).isEqualTo(4);
        assertThat(apply.err()).isEqualTo("Nothing was changed: the errors in the plan come first.\n");
        assertThat(shell.onServers("apply", "--yes", "--json").code()).isEqualTo(4);
        assertThat(shell.estate().recorder().operations()).isZero();
    }

    @Test
    void it_is_5_when_a_server_is_not_reached() {
        shell.estate().server("box").faults().unreachable();

        assertThat(shell.onServers("plan").code()).isEqualTo(5);
        assertThat(shell.onServers("apply", "--yes").code()).isEqualTo(5);
        assertThat(shell.onServers("status").code()).isEqualTo(5);
        assertThat(shell.onServers("status").out()).contains("Server box: not reached");
    }

    @Test
    void it_is_5_when_a_server_refuses_the_login() {
        shell.estate().server("box").faults().refusesLogin();

        assertThat(shell.onServers("plan").code()).isEqualTo(5);
    }

    @Test
    void it_is_6_when_something_failed_and_the_state_before_is_there_again() {
        shell.estate().server("box").faults().crashing(PAGE);

        Ended ended = shell.onServers("apply", "--yes");

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.out()).contains("Failed and rolled back: 7 done, 1 failed, 0 skipped");
        assertThat(ended.err()).contains("failed   container:box/page").contains("(rolled back)");
    }

    @Test
    void it_is_6_with_the_reason_when_a_server_could_not_even_be_looked_at() {
        shell.through(driver -> new SpoiltDriver(
                driver,
                () -> {
                    throw new OperationFailedException(
                            "Asking for the free space failed: df ended with 1.", List.of("df: /: I/O"));
                },
                () -> {}));

        Ended ended = shell.onServers("plan");

        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.err()).endsWith("Asking for the free space failed: df ended with 1.\ndf: /: I/O\n");
    }

    @Test
    void it_is_7_when_something_failed_and_could_not_be_rolled_back() {
        shell.estate().interruptions().loseConnectionAfter(5);

        Ended ended = shell.onServers("apply", "--yes");

        assertThat(ended.code()).as("%s", ended).isEqualTo(7);
        assertThat(ended.out()).contains("Failed, not everything rolled back");
        assertThat(shell.onServers("apply", "--yes").code())
                .as("the next run goes on")
                .isZero();
    }

    @Test
    void it_is_8_when_nobody_confirms() {
        assertThat(shell.onServers("apply").code()).isEqualTo(8);
        assertThat(shell.estate().recorder().operations()).isZero();
    }

    @Test
    void it_is_9_when_something_takes_longer_than_its_limit() {
        assertThat(shell.onServers("apply", "--yes", "--timeout", "0ms").code()).isEqualTo(9);
        assertThat(shell.estate().recorder().operations()).isZero();
    }

    @Test
    void it_is_10_when_somebody_else_works_on_a_server() {
        Instant since = Instant.parse("2026-01-02T03:04:05Z");
        shell.estate().server("box").faults().lockHeldBy(new LockHolder("anna@desk", "apply", since));

        Ended ended = shell.onServers("apply", "--yes");

        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.err()).contains("anna@desk since 2026-01-02T03:04:05Z for apply");
        assertThat(shell.onServers("lock").out())
                .isEqualTo("Server box is locked by anna@desk since 2026-01-02T03:04:05Z for apply.\n");
        assertThat(shell.estate().recorder().operations()).isZero();
    }

    @Test
    void the_exit_code_stands_in_the_json_document_too() {
        shell.estate().server("box").faults().unreachable();

        assertThat(shell.onServers("plan", "--json").out()).contains("\"exitCode\": 5,");
    }
}
