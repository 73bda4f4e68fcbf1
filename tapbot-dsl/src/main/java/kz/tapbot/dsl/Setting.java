package kz.tapbot.dsl;

import java.util.function.Consumer;
import java.util.function.Function;
import kz.tapbot.dsl.internal.caller.Border;
import kz.tapbot.dsl.internal.caller.Caller;
import kz.tapbot.model.place.DeclaredAt;

/**
 * A value and the line that gave it, for definitions that are set up in a chain long before they are declared.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param at where it was given
 */
public record Setting<T>(T value, DeclaredAt at) {

    /** The value, given at the nearest line that is not of a class marked {@link kz.tapbot.model.place.SpeaksForCaller}. */
    public static <T> Setting<T> here(T value) {
        return new Setting<>(value, Caller.here());
    }

    /** Another value made of this one, given at the same place. */
    public <R> Setting<R> map(Function<? super T, ? extends R> change) {
        return new Setting<>(change.apply(value), at);
    }

    /** Runs a user's lambda as a scope of its own, so that places in it do not name the lines around it; returns the scope. */
    public static <S> S scope(S scope, Consumer<? super S> body) {
        Border.cross(body, scope);
        return scope;
    }
}
