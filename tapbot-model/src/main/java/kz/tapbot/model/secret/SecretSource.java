package kz.tapbot.model.secret;

import java.util.List;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a secret comes from; never the value itself.
 *
 * @param kind the kind of source
 * @param arguments the variable's name, the file's path, the command's words, or nothing for a generated secret
 */
public record SecretSource(SourceKind kind, List<String> arguments) {

    /** Checks that the arguments fit the kind. */
    public SecretSource {
        arguments = List.copyOf(arguments);
        arguments.forEach(argument -> Texts.content("secret's source", argument));
        boolean fits = switch (kind) {
            case ENVIRONMENT -> arguments.size() == 1 && arguments.get(0).matches("[A-Z_][A-Z0-9_]{0,127}");
            case FILE ->
                arguments.size() == 1
                        && !arguments.get(0).isBlank()
                        && arguments.get(0).indexOf('\0') < 0;
            case COMMAND -> !arguments.isEmpty() && !arguments.get(0).isBlank();
            case GENERATED -> arguments.isEmpty();
        };
        if (!fits) {
            throw new InvalidValueException(
                    ModelCode.PLAIN_SECRET,
                    "A secret is read from a variable named in capitals, a file or a command, or is generated. "
                            + "What was given names none of these; if it is the value itself, take it out of the source now.");
        }
    }

    /** A variable of the applying process's environment. */
    public static SecretSource environment(String variable) {
        return new SecretSource(SourceKind.ENVIRONMENT, List.of(variable));
    }

    /** A file on the applying machine. */
    public static SecretSource file(String path) {
        return new SecretSource(SourceKind.FILE, List.of(path));
    }

    /** The standard output of a command on the applying machine. */
    public static SecretSource command(Command command) {
        return new SecretSource(SourceKind.COMMAND, command.arguments());
    }

    /** Made on first use. */
    public static SecretSource generated() {
        return new SecretSource(SourceKind.GENERATED, List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof SecretSource that && kind == that.kind && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * arguments.hashCode() + kind.hashCode();
    }
}
