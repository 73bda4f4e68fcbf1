package kz.tapbot.runtime.apply;

import java.util.List;
import java.util.function.UnaryOperator;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;

/**
 * Why a change did not come about.
 *
 * @param code the kind of reason
 * @param why in sentences
 * @param lines what the thing itself said last
 */
record Failure(ApplyCode code, String why, List<String> lines) {

    static Failure of(RuntimeException cause) {
        if (cause instanceof OperationFailedException failed) {
            return new Failure(ApplyCode.OPERATION_FAILED, message(cause), failed.lines());
        }
        if (cause instanceof UnreachableException) {
            return new Failure(ApplyCode.CONNECTION_LOST, message(cause), List.of());
        }
        if (cause instanceof FreshLoginFailed) {
            return new Failure(ApplyCode.LOCKED_OUT, message(cause), List.of());
        }
        if (cause instanceof Stopped stopped) {
            return new Failure(stopped.code(), sentence(message(cause)), List.of());
        }
        // The message of anything else was not made for people, and nobody promised that it holds no secret.
        return new Failure(
                ApplyCode.DRIVER_FAILED,
                "The driver failed with " + cause.getClass().getName()
                        + ", which is a mistake in the driver. Please report it.",
                List.of());
    }

    static Failure tookTooLong(Failure other, String limit) {
        return new Failure(ApplyCode.TIMED_OUT, "It was not done after " + limit + ". " + other.why(), other.lines());
    }

    /** The same with every text changed. */
    Failure with(UnaryOperator<String> change) {
        return new Failure(code, change.apply(why), lines.stream().map(change).toList());
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    private static String message(RuntimeException cause) {
        return String.valueOf(cause.getMessage());
    }
}
