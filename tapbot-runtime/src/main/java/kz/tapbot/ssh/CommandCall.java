package kz.tapbot.ssh;

import java.time.Duration;
import java.util.List;

/**
 * A command to be run to its end.
 *
 * @param arguments the program and its arguments, as exec(3) takes them; no secret belongs here, everybody on the server can read it
 * @param input what it reads from standard input
 * @param limit how long it may take; then it is killed
 * @param mostOutput how many bytes of each of its outputs are kept, the first and the last half of them
 */
public record CommandCall(List<String> arguments, byte[] input, Duration limit, int mostOutput) {

    /** Takes copies, and checks that there are limits. */
    public CommandCall {
        arguments = List.copyOf(arguments);
        input = input.clone();
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one argument");
        }
        if (limit.isNegative() || limit.isZero() || limit.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("not between 0 and 1 day: " + limit);
        }
        if (mostOutput < 2) {
            throw new IllegalArgumentException("mostOutput is below 2: " + mostOutput);
        }
    }

    /** Without input, for 60 s, with 64 KiB of each output. */
    public static CommandCall of(String... arguments) {
        return new CommandCall(List.of(arguments), new byte[0], Duration.ofSeconds(60), 65_536);
    }

    /** The same that reads this. */
    public CommandCall input(byte[] bytes) {
        return new CommandCall(arguments, bytes, limit, mostOutput);
    }

    /** The same with another limit. */
    public CommandCall limit(Duration time) {
        return new CommandCall(arguments, input, time, mostOutput);
    }

    /** The same of which so much of each output is kept. */
    public CommandCall mostOutput(int bytes) {
        return new CommandCall(arguments, input, limit, bytes);
    }

    /** What it reads from standard input: a copy. */
    @Override
    public byte[] input() {
        return input.clone();
    }

    /** The program alone: arguments and input may be long. */
    @Override
    public String toString() {
        return arguments.get(0);
    }
}
