package kz.tapbot.examples.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a class of tests in Chromium. Without one on the PATH it is skipped, with one line that says so; with {@code -Dtapbot.browser.required=true}, as in CI, it
 * fails.
 */
@ExtendWith(InBrowser.Condition.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InBrowser {

    /** Asks whether there is a browser. */
    final class Condition implements ExecutionCondition {

        private static final String NONE =
                "There is no chromium on the PATH: install it, or leave these tests to CI. -Dtapbot.browser.required=true makes this an error.";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Browser.program().isPresent()) {
                return ConditionEvaluationResult.enabled("a browser is there");
            }
            if (Boolean.getBoolean("tapbot.browser.required")) {
                throw new IllegalStateException(NONE);
            }
            return ConditionEvaluationResult.disabled(NONE);
        }
    }
}
