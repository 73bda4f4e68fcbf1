package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Optional;
import kz.tapbot.runtime.cli.internal.option.Option;
import kz.tapbot.runtime.cli.internal.option.VerbSpec;

/** The verbs by name. Only the class of the one that is called is loaded. */
final class Verbs {

    static final List<String> NAMES = List.of(
            "validate",
            "plan",
            "apply",
            "prove",
            "status",
            "drift",
            "destroy",
            "show",
            "graph",
            "explain",
            "why",
            "reach",
            "report",
            "lock",
            "logs",
            "exec",
            "restart",
            "releases",
            "rollback",
            "pull",
            "prune",
            "events",
            "ban",
            "unban",
            "lock-user",
            "unlock-user",
            "isolate",
            "lift",
            "history",
            "enrol",
            "export",
            "import",
            "help");

    private static final Option ADOPT = Option.values(
            "--adopt", "ADDRESS", "Take over the thing of somebody else that stands in the way at this address.");
    private static final Option REMOVE_DATA =
            Option.values("--remove-data", "ADDRESS", "Let the data of this volume or provision be removed.");
    private static final Option DETAILED =
            Option.flag("--detailed-exitcode", "End with 2 if there is anything to change, or any drift.");
    private static final Option YES = Option.flag("--yes", "Do not ask. Data is still only removed where it is named.");
    private static final Option TIMEOUT =
            Option.value("--timeout", "TIME", "Stop and take back what runs after this time, such as 30m.");
    private static final Option SERVER = Option.value("--server", "NAME", "Only this server.");

    private Verbs() {}

    static Verb of(String name) {
        return switch (name) {
            case "validate" -> new ValidateVerb();
            case "plan" -> new PlanVerb();
            case "apply" -> new ApplyVerb();
            case "prove" -> new ProveVerb();
            case "status" -> new StatusVerb();
            case "drift" -> new DriftVerb();
            case "destroy" -> new DestroyVerb();
            case "show" -> new ShowVerb();
            case "graph" -> new GraphVerb();
            case "explain" -> new ExplainVerb();
            case "why" -> new WhyVerb();
            case "reach" -> new ReachVerb();
            case "report" -> new ReportVerb();
            case "lock" -> new LockVerb();
            case "enrol" -> new EnrolVerb();
            case "export" -> new ExportVerb();
            case "import" -> new ImportVerb();
            case "help" -> new HelpVerb();
            default -> DailyVerbs.of(name);
        };
    }

    /** Whether that is an option of any verb, or of all, and the next argument its value. */
    static boolean takesValue(String argument) {
        return argument.startsWith("--")
                && NAMES.stream()
                        .map(Verbs::spec)
                        .flatMap(Optional::stream)
                        .flatMap(spec -> spec.all().stream())
                        .anyMatch(option -> option.takesValue() && option.name().equals(argument));
    }

    static Optional<VerbSpec> spec(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "validate" -> VerbSpec.of(name, "Judge the topology and show everything that was found.");
                    case "plan" ->
                        VerbSpec.of(
                                name,
                                "Show what has to be done so that the servers are as declared. Changes nothing.",
                                Option.value("--out", "FILE", "Save the plan, for \"apply FILE\"."),
                                DETAILED,
                                ADOPT,
                                REMOVE_DATA);
                    case "apply" ->
                        VerbSpec.of(
                                        name,
                                        "Show the plan, ask, do it, and prove the result.",
                                        YES,
                                        ADOPT,
                                        REMOVE_DATA,
                                        TIMEOUT)
                                .operand("FILE");
                    case "prove" -> VerbSpec.of(name, "Try every claim of the topology on the running servers.");
                    case "status" -> VerbSpec.of(name, "Show how the servers and containers are.", SERVER);
                    case "drift" -> VerbSpec.of(name, "Show what is different from what was declared.", DETAILED);
                    case "destroy" ->
                        VerbSpec.of(
                                name,
                                "Take down everything of ours. Data stays unless it is named.",
                                YES,
                                REMOVE_DATA,
                                TIMEOUT);
                    case "show" ->
                        VerbSpec.of(
                                        name,
                                        "Show what is declared: all of it, or one thing.",
                                        Option.flag("--ports", "The port map of each server."),
                                        Option.flag("--markdown", "The port map as Markdown."),
                                        SERVER)
                                .operand("ADDRESS");
                    case "graph" ->
                        VerbSpec.of(
                                name,
                                "Draw the estate.",
                                Option.value("--format", "FORMAT", "mermaid (the usual one) or svg."),
                                Option.value("--out", "FILE", "Write it there, not to stdout."),
                                SERVER);
                    case "explain" ->
                        VerbSpec.of(name, "Explain a code of a finding or a ready rule, or list all.")
                                .operand("CODE");
                    case "why" ->
                        VerbSpec.of(name, "Show where a thing was declared, what it needs and what follows from it.")
                                .required("ADDRESS");
                    case "reach" ->
                        VerbSpec.of(
                                name,
                                "Show who reaches what, as it is declared, and why.",
                                Option.value("--from", "WHO", "Who tries: internet, an address, or a thing's address."),
                                Option.value("--to", "WHAT", "What is tried: a port, a service, or a page."),
                                Option.value("--against", "FILE", "Only what differs from the topology in this file."),
                                SERVER);
                    case "report" ->
                        VerbSpec.of(
                                name,
                                "Write the estate as one page of HTML.",
                                Option.value("--out", "FILE", "Write it there, not to stdout."));
                    case "lock" ->
                        VerbSpec.of(name, "Show who holds the lock of which server.")
                                .operand("status");
                    case "export" ->
                        VerbSpec.of(
                                name,
                                "Render the container side of the servers as files of Compose: \"export compose\".",
                                Option.value("--out", "DIR", "Write the files there, a folder for each server."),
                                SERVER);
                    case "import" ->
                        VerbSpec.of(
                                        name,
                                        "Turn a file of Compose, what runs on an engine, or a whole server into Java source, and show what is wrong with it: \"import compose FILE\", \"import engine ADDRESS\", \"import server ADDRESS\".",
                                        Option.value(
                                                "--server",
                                                "NAME",
                                                "What the server is called; as its project, if not said."),
                                        Option.value("--address", "ADDRESS", "Where the server is reached."),
                                        Option.values(
                                                "--host-key",
                                                "FINGERPRINT",
                                                "Trust this SSH host key of the server, as \"enrol\" shows it."),
                                        Option.value(
                                                "--save",
                                                "FILE",
                                                "Write the topology there as JSON, for \"reach --topology FILE\" and all other verbs."),
                                        Option.value("--out", "FILE", "Write the source there, not to stdout."))
                                .required("FILE");
                    case "enrol" ->
                        VerbSpec.of(
                                name,
                                "Show the SSH host keys that the servers offer, to be compared and pinned.",
                                SERVER);
                    case "help" -> VerbSpec.of(name, "Show what a verb takes.").operand("VERB");
                    default -> DailyVerbs.spec(name);
                });
    }
}
