package kz.tapbot.model.value;

import java.util.List;
import kz.tapbot.diagnostic.code.ModelCode;

/**
 * A program and its arguments, passed on as a list and never through a shell.
 *
 * @param arguments the program first; not empty, no NUL, 128 KiB in all
 */
public record Command(List<String> arguments) {

    private static final int MAX = 131_072;

    /** Copies and checks the arguments. */
    public Command {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty() || arguments.get(0).isBlank()) {
            throw new InvalidValueException(ModelCode.BAD_COMMAND, "A command needs a program as its first word.");
        }
        int length = 0;
        for (String argument : arguments) {
            length += argument.length();
            if (!Texts.isContent(argument)) {
                throw new InvalidValueException(
                        ModelCode.BAD_COMMAND, "A command holds no NUL character and no half ones (lone surrogates).");
            }
            if (length > MAX) {
                throw new InvalidValueException(
                        ModelCode.BAD_COMMAND, "A command holds at most " + MAX + " characters.");
            }
        }
    }

    /** A program and its arguments. */
    public static Command of(String program, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = program;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Command(List.of(all));
    }

    /** The command of that list. */
    public static Command of(List<String> arguments) {
        return new Command(arguments);
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}
