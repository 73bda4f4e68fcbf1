package kz.tapbot.runtime.host.internal.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.JournalEntry.Phase;
import org.junit.jupiter.api.Test;

class JournalLinesTest {

    private final JournalLines lines = new JournalLines();
    private final Thread mine = new Thread("mine");
    private final Thread other = new Thread("other");

    @Test
    void what_a_thread_intends_is_not_taken_by_another_that_may_still_be_at_work_when_the_first_goes_on() {
        add(mine, Phase.INTENT, "mine");
        add(other, Phase.INTENT, "other");
        assertThat(words(other)).isEqualTo("INTENT other");
        assertThat(lines.has(other)).isFalse();
        assertThat(lines.has(mine)).isTrue();
        assertThat(words(mine)).isEqualTo("INTENT mine");
    }

    @Test
    void what_was_done_goes_with_whoever_comes_next_after_its_intent() {
        add(mine, Phase.INTENT, "mine");
        add(mine, Phase.DONE, "mine");
        assertThat(words(other)).isEqualTo("INTENT mine, DONE mine");
        assertThat(lines.take(mine)).isEmpty();
    }

    @Test
    void whoever_works_for_others_takes_what_they_intend() {
        add(mine, Phase.INTENT, "mine");
        add(other, Phase.INTENT, "other");
        lines.move(mine, mine);
        lines.move(other, mine);
        assertThat(words(mine)).isEqualTo("INTENT mine, INTENT other");
        assertThat(lines.take(other)).isEmpty();
    }

    private void add(Thread thread, Phase phase, String operation) {
        lines.add(thread, new JournalEntry("run", Instant.EPOCH, phase, new Address("server", "box"), operation));
    }

    private String words(Thread thread) {
        return lines.take(thread)
                .orElse("")
                .lines()
                .map(line -> line.split("\t", -1))
                .map(fields -> fields[1] + " " + fields[4])
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
