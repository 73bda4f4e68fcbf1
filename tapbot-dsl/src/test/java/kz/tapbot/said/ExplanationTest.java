package kz.tapbot.said;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.dsl.DslCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code of the language is explained. */
class ExplanationTest {

    @ParameterizedTest
    @EnumSource
    void a_code_says_what_why_and_how(DslCode code) {
        assertThat(code.id()).matches("TB12[0-9]{2}");
        assertThat(code.explanation())
                .containsSubsequence(
                        "## What is wrong", "## Why it matters", "## How to mend it", "## Example", "```java");
        assertThat(code.explanation().lines().count()).isLessThanOrEqualTo(25);
    }
}
