package kz.tapbot.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TourTest {

    @Test
    void it_ends_well_and_says_each_step() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        boolean good = new Tour(new PrintStream(said, true, StandardCharsets.UTF_8)).walk();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("1. The declaration is judged")
                .contains("has no findings")
                .contains("Plan: 0 to add, 1 to change, 0 to destroy.")
                .contains("missing    firewall:data")
                .endsWith("6. Done: the servers are as declared, and it is proved\n"
                        + "─".repeat("6. Done: the servers are as declared, and it is proved".length()) + "\n\n");
        assertThat(good).isTrue();
    }
}
