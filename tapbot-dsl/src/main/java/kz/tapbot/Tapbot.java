package kz.tapbot;

import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.tapbot.command.CommandLine;
import kz.tapbot.command.Terminal;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.InvalidTopologyException;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.dsl.internal.Declared;
import kz.tapbot.model.Topology;
import kz.tapbot.validate.Validator;

/** Where to begin: declares topologies and gives them a command line. */
public final class Tapbot {

    private Tapbot() {}

    /**
     * Declares a topology. Warnings do not stop it; {@link #draft} shows them.
     *
     * @param name its name
     * @param body declares what is in it; the scope is closed when it ends
     * @throws InvalidTopologyException if it cannot work; the report says all that is wrong
     */
    public static Topology topology(String name, Consumer<? super TopologySpec> body) {
        Draft draft = draft(name, body);
        if (draft.report().hasErrors()) {
            throw new InvalidTopologyException(draft.report());
        }
        return draft.topology();
    }

    /**
     * Declares a topology and judges it, without throwing for what is wrong with it.
     *
     * @param name its name
     * @param body declares what is in it; the scope is closed when it ends
     */
    public static Draft draft(String name, Consumer<? super TopologySpec> body) {
        Declared declared = Declared.of(name, body);
        List<Diagnostic> findings = new ArrayList<>(declared.findings());
        for (Diagnostic finding : Validator.validate(declared.topology()).diagnostics()) {
            if (!declared.isCut(finding.address())) {
                findings.add(finding);
            }
        }
        return new Draft(declared.topology(), new Report(declared.topology().address(), findings));
    }

    /**
     * Runs the command line on a topology and returns the exit code, for {@code System.exit}.
     *
     * @throws IllegalStateException if no command line is on the class path
     */
    public static int main(Topology topology, String... args) {
        return main(() -> topology, args);
    }

    /**
     * Runs the command line on a topology that is only made when it is needed, and returns the exit code, for {@code System.exit}.
     *
     * @throws IllegalStateException if no command line is on the class path
     */
    public static int main(Supplier<Topology> topology, String... args) {
        CommandLine commandLine = ServiceLoader.load(CommandLine.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no command line is on the class path; add the dependency kz.tapbot:tapbot-runtime"));
        Terminal terminal = new Terminal(System.in, System.out, System.err, isInteractive(), System.getenv());
        return commandLine.run(topology, List.of(args), terminal);
    }

    /** From Java 22 on there may be a console without a terminal behind it, and a method that tells. */
    private static boolean isInteractive() {
        return Optional.ofNullable(System.console()).filter(Tapbot::isTerminal).isPresent();
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
