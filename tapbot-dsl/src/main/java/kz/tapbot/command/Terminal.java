package kz.tapbot.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command reads from and writes to.
 *
 * @param in where answers come from
 * @param out where results go
 * @param err where progress, questions and errors go
 * @param interactive whether a person sits at it, who can be asked and likes colour
 * @param environment the variables of the environment; {@code NO_COLOR} and secrets are read from it
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, boolean interactive, Map<String, String> environment) {

    /** Takes the map as it is: a copy would cost and the system's own does not change. */
    public Terminal {}
}
