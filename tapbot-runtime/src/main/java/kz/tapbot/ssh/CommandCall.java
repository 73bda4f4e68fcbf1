package kz.tapbot.ssh;

import java.time.Duration;
import java.util.List;

/** A command to be run to its end: the program and its arguments, what it reads, and its limits. */
public final class CommandCall {

    private final List<String> arguments;
    private final byte[] input;
    private final Duration limit;
    private final int mostOutput;

    private CommandCall(List<String> arguments, byte[] input, Duration limit, int mostOutput) {
        this.arguments = arguments;
        this.input = input;
        this.limit = limit;
        this.mostOutput = mostOutput;
    }

    /**
     * Without input, for 60 s, with 64 KiB of each output. No secret belongs into the arguments: everybody on the server can read them.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CommandCall of(String... arguments) {
        return of(List.of(arguments));
    }

    /**
     * The same with the arguments in a list.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CommandCall of(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one argument");
        }
        return new CommandCall(List.copyOf(arguments), new byte[0], Duration.ofSeconds(60), 65_536);
    }

    /** The same that reads this from standard input. */
    public CommandCall input(byte[] bytes) {
        return new CommandCall(arguments, bytes.clone(), limit, mostOutput);
    }

    /**
     * The same that is killed after this time.
     *
     * @throws IllegalArgumentException if it is not between 0 and a day
     */
    public CommandCall limit(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("not between 0 and 1 day: " + time);
        }
        return new CommandCall(arguments, input, time, mostOutput);
    }

    /**
     * The same of which so many bytes of each output are kept, the first and the last half of them.
     *
     * @throws IllegalArgumentException if it is below 2
     */
    public CommandCall mostOutput(int bytes) {
        if (bytes < 2) {
            throw new IllegalArgumentException("mostOutput is below 2: " + bytes);
        }
        return new CommandCall(arguments, input, limit, bytes);
    }

    List<String> arguments() {
        return arguments;
    }

    byte[] input() {
        return input;
    }

    Duration limit() {
        return limit;
    }

    int mostOutput() {
        return mostOutput;
    }

    /** The program alone: arguments and input may be long. */
    @Override
    public String toString() {
        return arguments.get(0);
    }
}
