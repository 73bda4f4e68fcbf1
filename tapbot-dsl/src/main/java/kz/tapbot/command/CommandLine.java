package kz.tapbot.command;

import java.util.List;
import java.util.function.Supplier;
import kz.tapbot.model.Topology;

/**
 * Every verb over a topology: validate, plan, apply and the rest. Brought by {@code tapbot-runtime} and found by {@link
 * java.util.ServiceLoader}.
 */
public interface CommandLine {

    /**
     * Runs one command. Writes to the terminal's streams alone, never ends the process, and throws nothing.
     *
     * @param topology gives the topology when the verb needs it; what it throws is told to the user
     * @param arguments the verb and its options, as the shell split them
     * @param terminal what is written to and read from
     * @return the exit code, 0 to 10, see {@code docs/cli.md}
     */
    int run(Supplier<Topology> topology, List<String> arguments, Terminal terminal);
}
