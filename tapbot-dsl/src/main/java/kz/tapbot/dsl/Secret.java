package kz.tapbot.dsl;

import kz.tapbot.dsl.internal.caller.Caller;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.value.Command;
import org.jspecify.annotations.Nullable;

/**
 * A secret: a name and where its value comes from, never the value. It becomes part of a topology by being used in it.
 *
 * @param name its name
 * @param source where its value comes from
 * @param at where it was given
 */
public record Secret(SecretName name, SecretSource source, DeclaredAt at) {

    /** Made on first use and kept on the servers that use it. */
    public static Secret generated(String name) {
        return of(name, SecretSource.generated());
    }

    /** Read from a variable of the applying process's environment. */
    public static Secret environment(String name, String variable) {
        return of(name, SecretSource.environment(variable));
    }

    /** Read from a file on the applying machine. */
    public static Secret file(String name, String path) {
        return of(name, SecretSource.file(path));
    }

    /** The standard output of a command on the applying machine. */
    public static Secret command(String name, Command command) {
        return of(name, SecretSource.command(command));
    }

    private static Secret of(String name, SecretSource source) {
        return new Secret(SecretName.of(name), source, Caller.here());
    }

    /** Equal are secrets of the same name and source, wherever they were given. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && name.equals(secret.name) && source.equals(secret.source);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + source.hashCode();
    }
}
