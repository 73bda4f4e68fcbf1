package kz.tapbot.docker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a class of tests that start engines of their own ({@link OwnEngine}). Where none can be started the class is skipped with one line that says why, and fails
 * where an engine is required.
 */
@Tag("engine")
@ExtendWith(OnOwnEngine.Condition.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnOwnEngine {

    /** The programs that are needed beside {@code dockerd}. */
    String[] needs() default {};

    /** Asks whether one can be started. Without an engine to test with, nobody asked for tests with engines. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!EngineForTests.isThere() && !EngineForTests.isRequired()) {
                return ConditionEvaluationResult.disabled(EngineForTests.NONE);
            }
            String[] needs = context.getTestClass()
                    .map(type -> type.getAnnotation(OnOwnEngine.class))
                    .map(OnOwnEngine::needs)
                    .orElse(new String[0]);
            Optional<String> obstacle = OwnEngine.obstacle(needs);
            if (obstacle.isEmpty()) {
                return ConditionEvaluationResult.enabled("an engine can be started");
            }
            if (EngineForTests.isRequired()) {
                throw new IllegalStateException(obstacle.get());
            }
            return ConditionEvaluationResult.disabled(obstacle.get());
        }
    }
}
