package kz.tapbot.dsl;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What every scope offers. A scope is open while its lambda runs; used later it throws {@link IllegalStateException}. A setting that
 * has one value is given once; twice is a finding that names both places. Scopes are not thread-safe.
 *
 * @param <S> the scope's own type, which every method returns
 */
public interface Scope<S extends Scope<S>> {

    /** Says a fragment, such as a method that several declarations share. */
    S apply(Consumer<? super S> fragment);

    /** Says a setting that was given earlier as if it were said at its own place. */
    <T> S apply(Setting<T> setting, BiConsumer<? super S, ? super T> say);

    /** Lets the next setting replace a value that the scope already has. */
    S override();
}
