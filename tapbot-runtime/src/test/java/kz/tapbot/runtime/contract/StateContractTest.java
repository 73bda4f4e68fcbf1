package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.WriteFile;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Opening;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;

/** What Tapbot keeps on a server: lock, journal, secrets, and changes that are taken back unless they are confirmed. */
public abstract class StateContractTest extends Trial {

    private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final HostPath PATH = HostPath.of("/etc/tapbot-contract/a.conf");

    @Test
    void one_session_has_the_lock_and_others_are_told_whose_it_is() {
        try (Session other = open(OURS, "second@contract")) {
            assertThat(session.state().holder()).isEmpty();
            assertThat(session.state().lock("apply")).isEmpty();
            assertThat(session.state().lock("apply")).isEmpty();
            assertThat(other.state().lock("destroy")).get().satisfies(StateContractTest::isFirst);
            assertThat(other.state().holder()).get().satisfies(StateContractTest::isFirst);
        }
    }

    @Test
    void the_lock_vanishes_with_its_session() {
        assertThat(session.state().lock("apply")).isEmpty();
        session.close();
        try (Session other = open(OURS, "second@contract")) {
            assertThat(other.state().holder()).isEmpty();
            assertThat(other.state().lock("apply")).isEmpty();
        }
        session = open(OURS, "third@contract");
        assertThat(session.state().holder()).isEmpty();
    }

    @Test
    void the_lock_vanishes_with_a_restart() {
        assumeTrue(harness.managesHost());
        assertThat(session.state().lock("apply")).isEmpty();
        harness.restart();
        assertThatThrownBy(() -> session.state().holder()).isInstanceOf(UnreachableException.class);
        session = open(OURS, "second@contract");
        assertThat(session.state().holder()).isEmpty();
    }

    @Test
    void a_closed_session_does_nothing_any_more() {
        assumeTrue(harness.managesHost());
        session.close();
        session.close();
        assertThatThrownBy(() -> session.observe(List.of())).isInstanceOf(UnreachableException.class);
        assertThatThrownBy(() -> perform(write("late\n"))).isInstanceOf(UnreachableException.class);
        session = open(OURS, "second@contract");
        assertThat(harness.text(PATH)).isEmpty();
    }

    @Test
    void the_journal_outlives_sessions_and_restarts() {
        JournalEntry begun = entry(JournalEntry.Phase.RUN_BEGUN, "apply");
        JournalEntry intent = entry(JournalEntry.Phase.INTENT, "write \"file\" with\ttab");
        session.state().write(begun);
        session.state().write(intent);
        restart();
        session.close();
        session = open(OURS, "second@contract");
        assertThat(session.state().journal()).containsExactly(begun, intent);
    }

    @Test
    void a_journal_that_has_become_long_keeps_its_newest_entries_when_the_next_session_writes_on() {
        List<JournalEntry> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            JournalEntry done = entry(JournalEntry.Phase.DONE, i + " " + "x".repeat(2000));
            session.state().write(done);
            all.add(done);
        }
        for (String who : List.of("second@contract", "third@contract")) {
            session.close();
            session = open(OURS, who);
            JournalEntry intent = entry(JournalEntry.Phase.INTENT, who);
            session.state().write(intent);
            all.add(intent);
            assertThat(session.state().journal())
                    .endsWith(all.subList(100, all.size()).toArray(JournalEntry[]::new));
        }
    }

    @Test
    void a_run_that_did_not_end_is_told_until_one_ends() {
        assertThat(look().interrupted()).isEmpty();
        session.state().write(entry(JournalEntry.Phase.RUN_BEGUN, "apply"));
        session.state().write(entry(JournalEntry.Phase.INTENT, "create container bot"));
        assertThat(look().interrupted()).get().asString().contains("create container bot");
        session.state().write(entry(JournalEntry.Phase.RUN_ENDED, "apply"));
        assertThat(look().interrupted()).isEmpty();
    }

    @Test
    void what_is_intended_is_in_the_journal_once_it_is_done_and_what_was_done_before_the_next_is() {
        assumeTrue(harness.managesHost());
        JournalEntry begun = entry(JournalEntry.Phase.RUN_BEGUN, "apply");
        JournalEntry first = entry(JournalEntry.Phase.INTENT, "write before");
        JournalEntry done = entry(JournalEntry.Phase.DONE, "write before");
        JournalEntry second = entry(JournalEntry.Phase.INTENT, "write after");
        session.state().write(begun);
        session.state().note(first);
        perform(write("before\n"));
        try (Session other = open(OURS, "second@contract")) {
            assertThat(other.state().journal()).containsExactly(begun, first);
            session.state().note(done);
            session.state().note(second);
            perform(write("after\n"));
            assertThat(other.state().journal()).containsExactly(begun, first, done, second);
        }
    }

    @Test
    void what_was_intended_and_not_begun_is_in_the_journal_before_its_failure() {
        JournalEntry intent = entry(JournalEntry.Phase.INTENT, "write file");
        JournalEntry failed = entry(JournalEntry.Phase.FAILED, "write file");
        session.state().note(intent);
        session.state().write(failed);
        assertThat(session.state().journal()).containsExactly(intent, failed);
    }

    @Test
    void a_secret_is_kept_as_a_copy() {
        SecretName name = SecretName.of("generated");
        assertThat(session.state().secret(name)).isEmpty();
        char[] value = "correct-horse".toCharArray();
        session.state().keep(name, value);
        java.util.Arrays.fill(value, 'x');
        char[] kept = session.state().secret(name).orElseThrow();
        assertThat(new String(kept)).isEqualTo("correct-horse");
        java.util.Arrays.fill(kept, 'y');
        session.close();
        session = open(OURS, "second@contract");
        assertThat(new String(session.state().secret(name).orElseThrow())).isEqualTo("correct-horse");
    }

    @Test
    void what_was_last_applied_is_remembered_for_each_topology_until_it_is_forgotten() {
        assertThat(session.state().remembered(OURS)).isEmpty();
        session.state().remember(OURS, Optional.of(new byte[] {0, 1, -1}));
        session.state().remember(TopologyName.of("other"), Optional.of(new byte[] {7}));
        session.state().remember(OURS, Optional.of(new byte[] {0, 2, -1}));
        restart();
        session.close();
        session = open(OURS, "second@contract");
        assertThat(session.state().remembered(OURS)).contains(new byte[] {0, 2, -1});
        session.state().remember(OURS, Optional.empty());
        assertThat(session.state().remembered(OURS)).isEmpty();
        assertThat(session.state().remembered(TopologyName.of("other"))).contains(new byte[] {7});
    }

    @Test
    void the_key_is_made_when_it_is_asked_for_and_stays() {
        assertThat(session.state().fingerprintKey(false)).isEmpty();
        byte[] key = session.state().fingerprintKey(true);
        assertThat(key).hasSizeGreaterThanOrEqualTo(16);
        restart();
        session.close();
        session = open(OURS, "second@contract");
        assertThat(session.state().fingerprintKey(false)).isEqualTo(key);
    }

    @Test
    void looking_makes_nothing() {
        look();
        assertThat(session.state().fingerprintKey(false)).isEmpty();
        assertThat(session.state().journal()).isEmpty();
    }

    @Test
    void what_nobody_confirms_is_taken_back() {
        assumeTrue(harness.managesHost());
        perform(write("before\n"));
        arm();
        perform(write("after\n"));
        assertThat(harness.text(PATH)).contains("after\n");
        harness.pass(MINUTE.plusSeconds(5));
        assertThat(harness.text(PATH)).contains("before\n");
        isAsDesired(file("before\n"));
        assertThat(look().notes())
                .anySatisfy(note -> assertThat(note).contains(file("").address().toString()));
    }

    @Test
    void what_was_not_there_before_is_gone_when_it_is_taken_back() {
        assumeTrue(harness.managesHost());
        arm();
        perform(write("after\n"));
        harness.pass(MINUTE.plusSeconds(5));
        assertThat(harness.text(PATH)).isEmpty();
        isNotOurs(file("after\n"));
    }

    @Test
    void what_a_fresh_session_confirms_stays() {
        assumeTrue(harness.managesHost());
        String undo = arm();
        perform(write("after\n"));
        try (Session fresh = open(OURS, "second@contract")) {
            fresh.state().confirm(undo);
        }
        harness.pass(MINUTE.multipliedBy(10));
        assertThat(harness.text(PATH)).contains("after\n");
    }

    @Test
    void the_session_that_made_a_change_does_not_confirm_it() {
        assumeTrue(harness.managesHost());
        String undo = arm();
        perform(write("after\n"));
        assertThatThrownBy(() -> session.state().confirm(undo)).isInstanceOf(OperationFailedException.class);
    }

    @Test
    void a_change_is_taken_back_at_once_if_asked() {
        assumeTrue(harness.managesHost());
        String undo = arm();
        perform(write("after\n"));
        session.state().revert(undo);
        assertThat(harness.text(PATH)).isEmpty();
        session.state().revert(undo);
    }

    @Test
    void a_change_is_taken_back_although_its_session_is_gone() {
        assumeTrue(harness.managesHost());
        arm();
        perform(write("after\n"));
        session.close();
        harness.pass(MINUTE.plusSeconds(5));
        session = open(OURS, "second@contract");
        assertThat(harness.text(PATH)).isEmpty();
    }

    @Test
    void a_change_is_taken_back_by_a_restart() {
        assumeTrue(harness.managesHost());
        arm();
        perform(write("after\n"));
        harness.restart();
        session.close();
        session = open(OURS, "second@contract");
        harness.pass(MINUTE.plusSeconds(5));
        assertThat(harness.text(PATH)).isEmpty();
    }

    @Test
    void what_was_taken_back_is_not_confirmed_any_more() {
        assumeTrue(harness.managesHost());
        String undo = arm();
        perform(write("after\n"));
        harness.pass(MINUTE.plusSeconds(5));
        try (Session fresh = open(OURS, "second@contract")) {
            assertThatThrownBy(() -> fresh.state().confirm(undo)).isInstanceOf(OperationFailedException.class);
        }
    }

    @Test
    void a_firewall_that_shuts_us_out_is_taken_back() {
        assumeTrue(harness.managesHost());
        Opening elsewhere = new Opening(Port.tcp(65_000), new TreeSet<>(), false, "a mistake");
        FirewallResource firewall = new FirewallResource(server(), new TreeSet<>(List.of(elsewhere)), NOTHING);
        session.state().arm(List.of(firewall.address()), MINUTE);
        perform(new PutFirewall(firewall.address(), firewall));
        assertThatThrownBy(() -> open(OURS, "second@contract").close()).isInstanceOf(UnreachableException.class);
        harness.pass(MINUTE.plusSeconds(5));
        session.close();
        session = open(OURS, "third@contract");
        isNotOurs(firewall);
    }

    private void restart() {
        if (harness.managesHost()) {
            harness.restart();
        }
    }

    private String arm() {
        return session.state().arm(List.of(file("").address()), MINUTE);
    }

    private WriteFile write(String text) {
        FileResource file = file(text);
        return new WriteFile(file.address(), file);
    }

    private FileResource file(String text) {
        return new FileResource(server(), PATH, Content.text(text), FileMode.ALL_READ, 0, "a test", false, NOTHING);
    }

    private JournalEntry entry(JournalEntry.Phase phase, String operation) {
        return new JournalEntry("run-1", AT, phase, new Address("server", server().value()), operation);
    }

    private static void isFirst(LockHolder holder) {
        assertThat(holder.who()).isEqualTo("first@contract");
        assertThat(holder.purpose()).isEqualTo("apply");
    }

    /** Kept here so that a reader sees what an empty holder means. */
    @Test
    void nobody_holds_the_lock_of_a_fresh_server() {
        assertThat(session.state().holder()).isEqualTo(Optional.empty());
    }
}
