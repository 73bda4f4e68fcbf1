package kz.tapbot.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.Handle;
import kz.tapbot.dsl.Scope;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.internal.caller.Caller;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.DeclaredAt;
import org.jspecify.annotations.Nullable;

/**
 * What all scopes have in common: they close, they remember lines, and they take a value once.
 *
 * @param <S> the scope's public type
 */
abstract class ScopeBase<S extends Scope<S>> implements Scope<S> {

    private final Estate estate;
    private final Notes notes;
    private final DeclaredAt opened;
    private final boolean whole;
    private final boolean replacing;
    private boolean open = true;
    private boolean overriding;
    private @Nullable DeclaredAt borrowed;

    /** The scope of a declaration. */
    ScopeBase(Estate estate, Notes notes) {
        this(estate, notes, notes.declared());
    }

    /** The scope of a declaration that was opened again. */
    ScopeBase(Estate estate, Notes notes, DeclaredAt opened) {
        this.estate = estate;
        this.notes = notes;
        this.opened = opened;
        this.whole = true;
        this.replacing = false;
    }

    /** A scope inside another one, about the same declaration. */
    ScopeBase(ScopeBase<?> outer) {
        this.estate = outer.estate;
        this.notes = outer.notes;
        outer.requireOpen();
        // As here() does, whose frame would be one more than a walk gets at once.
        this.opened = outer.borrowed == null ? Caller.within(outer.opened) : outer.borrowed;
        this.whole = false;
        this.replacing = outer.takeOverride();
    }

    final Estate estate() {
        return estate;
    }

    final Notes notes() {
        return notes;
    }

    abstract S self();

    /** Runs the user's lambda in this scope and closes it; whether it ran to its end. */
    final boolean run(Consumer<? super S> body) {
        boolean complete = estate.enter(self(), body, notes, opened, whole);
        open = false;
        return complete;
    }

    /** The nearest line of the user's. */
    final DeclaredAt here() {
        requireOpen();
        return borrowed == null ? Caller.within(opened) : borrowed;
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException(
                    "the scope of " + notes.address() + " is closed; declare inside its lambda " + opened.at());
        }
        estate.requireOwnThread();
    }

    @Override
    public final S apply(Consumer<? super S> fragment) {
        here();
        fragment.accept(self());
        return self();
    }

    @Override
    public final <T> S apply(Setting<T> setting, BiConsumer<? super S, ? super T> say) {
        here();
        DeclaredAt before = borrowed;
        borrowed = setting.at();
        try {
            say.accept(self(), setting.value());
        } finally {
            borrowed = before;
        }
        return self();
    }

    @Override
    public final S override() {
        here();
        overriding = true;
        return self();
    }

    final boolean takeOverride() {
        boolean taken = overriding || replacing;
        overriding = false;
        return taken;
    }

    /** Remembers the line of a setting that may be given again. */
    final DeclaredAt note(String setting) {
        DeclaredAt at = here();
        overriding = false;
        notes.putIfAbsent(setting, at);
        return at;
    }

    /** The same for a line that is known. */
    final void note(String setting, DeclaredAt at) {
        notes.putIfAbsent(setting, at);
    }

    /** Remembers the line of a setting that is given once; whether its value is to be taken. */
    final boolean once(String setting) {
        return once(setting, here());
    }

    /** The same for a line that is known. */
    final boolean once(String setting, DeclaredAt at) {
        DeclaredAt before = notes.of(setting);
        boolean asked = overriding;
        boolean replaces = takeOverride();
        if (before != null && !replaces) {
            estate.report(
                    DslCode.SET_TWICE,
                    notes.address(),
                    "\"" + setting + "\" has one value and was given twice.\nRemove one of the two lines; or, if the"
                            + " later one is meant to replace the earlier one, say so before it:\n    .override()",
                    at,
                    before);
            return false;
        }
        if (before == null && asked) {
            estate.report(
                    DslCode.NOTHING_TO_OVERRIDE,
                    notes.address(),
                    "\"" + setting + "\" had no value when it was overridden, so that nothing was replaced.\nRemove the"
                            + " call of override(), or say it after what it is to replace.",
                    at);
        }
        notes.put(setting, at);
        return true;
    }

    final boolean accepts(Handle handle, DeclaredAt at) {
        return estate.accepts(handle, notes.address(), at);
    }

    final SecretName use(Secret secret) {
        return estate.use(secret, notes.address());
    }

    /** The names of those address sets that are of this topology. */
    final List<AddressSetName> names(DeclaredAt at, Iterable<AddressSetRef> addresses) {
        List<AddressSetName> names = new ArrayList<>();
        for (AddressSetRef each : addresses) {
            if (accepts(each, at)) {
                names.add(each.name());
            }
        }
        return names;
    }
}
