package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuntimeCodeTest {

    @ParameterizedTest
    @EnumSource
    void a_code_says_what_why_and_how(RuntimeCode code) {
        assertThat(code.id()).matches("TB5[012][0-9]{2}");
        assertThat(code.explanation())
                .containsSubsequence("## What is wrong", "## Why it matters", "## How to mend it", "## Example", "```");
        assertThat(code.explanation().lines().count()).isLessThanOrEqualTo(25);
        assertThat(code.explanation().lines()).allMatch(line -> line.length() <= 140);
    }
}
