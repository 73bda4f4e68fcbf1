package kz.tapbot.ssh;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a class of tests against a real sshd, which each test starts for itself. Where OpenSSH's programs are missing the class is skipped with one line
 * that says so; with {@code -Dtapbot.sshd.required=true} it fails.
 */
@ExtendWith(OnSshd.Condition.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnSshd {

    /** Asks whether there is an sshd. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (SshServerForTests.isThere()) {
                return ConditionEvaluationResult.enabled("sshd is there");
            }
            if (Boolean.getBoolean("tapbot.sshd.required")) {
                throw new IllegalStateException(SshServerForTests.NONE);
            }
            return ConditionEvaluationResult.disabled(SshServerForTests.NONE);
        }
    }
}
