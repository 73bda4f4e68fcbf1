package kz.tapbot.dsl.internal.caller;

import java.util.function.Consumer;

/** The line between a scope's lambda and the code that runs it: callers beyond it are where the scope is, not who said a setting. */
public final class Border {

    private Border() {}

    /** Runs a scope's lambda. */
    public static <T> void cross(Consumer<? super T> body, T scope) {
        body.accept(scope);
    }
}
