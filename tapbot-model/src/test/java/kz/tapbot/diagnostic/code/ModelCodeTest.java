package kz.tapbot.diagnostic.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelCodeTest {

    @ParameterizedTest
    @EnumSource(ModelCode.class)
    void everyCodeIsExplainedInOneWay(ModelCode code) {
        assertThat(code.explanation())
                .startsWith("## What is wrong\n")
                .containsSubsequence("## Why it matters\n", "## How to mend it\n", "## Example\n\n```")
                .endsWith("```\n");
    }

    @Test
    void idsAreUniqueAndInTheRangeOfTheModel() {
        assertThat(Arrays.stream(ModelCode.values()).map(ModelCode::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("TB1[01]\\d\\d"));
    }
}
