package kz.tapbot.docker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a class of tests against a real Docker Engine, those of one process one after the other. Without an engine the whole class is skipped before
 * anything of it is made, with one line that says what is missing; where an engine is required it fails.
 */
@Tag("engine")
@ExtendWith(OnEngine.Condition.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEngine {

    /** Asks whether there is an engine. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (EngineForTests.isThere()) {
                return ConditionEvaluationResult.enabled("an engine is there");
            }
            if (EngineForTests.isRequired()) {
                throw new IllegalStateException(EngineForTests.NONE);
            }
            return ConditionEvaluationResult.disabled(EngineForTests.NONE);
        }
    }
}
