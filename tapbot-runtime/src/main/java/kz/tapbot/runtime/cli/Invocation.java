package kz.tapbot.runtime.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import kz.tapbot.command.Terminal;
import kz.tapbot.diagnostic.InvalidTopologyException;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.cli.internal.option.Arguments;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.validate.Validator;

/** One call of one verb: what it was given, and where its output goes. */
final class Invocation {

    /** The version of every JSON document and event that the command line itself writes. */
    static final int FORMAT = 1;

    private final String verb;
    private final Arguments arguments;
    private final Supplier<Topology> declared;
    private final Terminal terminal;

    Invocation(String verb, Arguments arguments, Supplier<Topology> declared, Terminal terminal) {
        this.verb = verb;
        this.arguments = arguments;
        this.declared = declared;
        this.terminal = terminal;
    }

    String verb() {
        return verb;
    }

    Arguments arguments() {
        return arguments;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return arguments.has("--json");
    }

    boolean colour() {
        return colour(terminal, arguments.has("--no-color"));
    }

    /** See no-color.org: any value but the empty one counts. A terminal that calls itself dumb shows the codes of colours as text. */
    static boolean colour(Terminal terminal, boolean unwanted) {
        return terminal.interactive()
                && !unwanted
                && terminal.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !terminal.environment().getOrDefault("TERM", "").equals("dumb");
    }

    /** A line of the result, or several. */
    void out(String text) {
        terminal.out().println(text);
    }

    /** Text of the result that ends with a line break of its own, in UTF-8 whatever the system's encoding is. */
    void outExactly(String text) {
        outExactly(terminal, text);
    }

    static void outExactly(Terminal terminal, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        terminal.out().write(bytes, 0, bytes.length);
        terminal.out().flush();
    }

    /** A line for people beside the result; nothing where only JSON is wanted. */
    void note(String line) {
        if (!json()) {
            terminal.err().println(Paint.DIM.on(line, colour()));
        }
    }

    /** The beginning of the JSON document of the result. */
    Json document(ExitCode code) {
        return document(verb, code);
    }

    static Json document(String verb, ExitCode code) {
        return new Json().put("format", FORMAT).put("verb", verb).put("exitCode", code.number());
    }

    /** The topology, as the program or a file gives it, not judged. */
    Topology topology() {
        return arguments.value("--topology").map(UserFile::topology).orElseGet(this::made);
    }

    /** What a program throws while it makes its topology is no mistake of ours. */
    private Topology made() {
        try {
            return declared.get();
        } catch (RuntimeException | LinkageError e) {
            if (Failure.isKnown(e)) {
                throw e;
            }
            throw new NotDeclaredException(e);
        }
    }

    /**
     * The topology, if it can work.
     *
     * @throws InvalidTopologyException if it cannot
     */
    Topology judged() {
        Topology topology = topology();
        Report report = Validator.validate(topology);
        if (report.hasErrors()) {
            throw new InvalidTopologyException(report);
        }
        long warnings = report.count(Severity.WARNING);
        if (warnings > 0) {
            note("The topology has " + warnings + (warnings == 1 ? " warning" : " warnings") + "; \"validate\" shows "
                    + (warnings == 1 ? "it." : "them."));
        }
        return topology;
    }

    /**
     * The server of the option {@code --server}, if it was given.
     *
     * @throws UsageException if there is no such server
     */
    Optional<ServerName> server(Topology topology) {
        return arguments
                .value("--server")
                .map(text -> topology.servers().stream()
                        .map(Server::name)
                        .filter(name -> name.value().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new UsageException(
                                "The topology has no server " + Shown.of(text) + ".",
                                "Its servers are: "
                                        + topology.servers().stream()
                                                .map(Server::name)
                                                .toList() + ".")));
    }

    /** The addresses that an option was given. */
    Set<Address> addresses(String option) {
        List<String> given = arguments.values(option);
        Set<Address> addresses = new TreeSet<>();
        given.forEach(text -> addresses.add(address(text)));
        return addresses;
    }

    /** An address as the user wrote it. */
    static Address address(String text) {
        try {
            return Address.parse(text);
        } catch (InvalidValueException e) {
            throw new UsageException(
                    "Not an address: " + Shown.of(text) + ".",
                    "An address is a kind, a colon and a path, for example service:data/postgres.");
        }
    }
}
