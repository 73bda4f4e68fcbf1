package kz.tapbot.runtime.cli;

import kz.tapbot.runtime.cli.internal.option.Option;
import kz.tapbot.runtime.cli.internal.option.VerbSpec;
import org.jspecify.annotations.Nullable;

/** The verbs for day-to-day work with running containers. */
final class DailyVerbs {

    private static final Option YES = Option.flag("--yes", "Do not ask.");
    private static final Option TIMEOUT =
            Option.value("--timeout", "TIME", "Stop and take back what runs after this time, such as 10m.");
    private static final Option SERVER = Option.value("--server", "NAME", "Only on this server.");

    private DailyVerbs() {}

    static Verb of(String name) {
        return switch (name) {
            case "logs" -> new LogsVerb();
            case "exec" -> new ExecVerb();
            case "restart" -> new RestartVerb();
            case "releases" -> new ReleasesVerb();
            case "rollback" -> new RollbackVerb();
            case "pull" -> new PullVerb();
            case "prune" -> new PruneVerb();
            case "events" -> new EventsVerb();
            default -> {
                Verb incident = IncidentVerbs.of(name);
                yield incident == null ? new HelpVerb() : incident;
            }
        };
    }

    static @Nullable VerbSpec spec(String name) {
        return switch (name) {
            case "logs" -> logs(name);
            case "exec" ->
                VerbSpec.of(
                                name,
                                "Run a command in the container of a service.",
                                Option.flag("--stdin", "Pass standard input on to it."),
                                SERVER)
                        .required("SERVICE")
                        .passing("COMMAND");
            case "restart" ->
                VerbSpec.of(
                                name,
                                "Restart the containers of services and wait until they are healthy.",
                                TIMEOUT,
                                SERVER)
                        .required("SERVICE")
                        .many();
            case "releases" ->
                VerbSpec.of(name, "List the releases of a service that it can be rolled back to.", SERVER)
                        .required("SERVICE");
            case "rollback" ->
                VerbSpec.of(
                                name,
                                "Bring back an earlier release of a service; no registry is needed.",
                                Option.value("--to", "RELEASE", "Its number; the one before what runs unless said."),
                                YES,
                                TIMEOUT,
                                SERVER)
                        .required("SERVICE");
            case "pull" ->
                VerbSpec.of(
                                name,
                                "Ask the registries which newer images there are for what is pinned. Pulls nothing.",
                                Option.flag("--detailed-exitcode", "End with 2 if there is anything newer."),
                                SERVER)
                        .operand("SERVICE")
                        .many();
            case "prune" ->
                VerbSpec.of(
                        name,
                        "Show which images of ours are not needed any more, and with --yes remove them.",
                        Option.flag("--yes", "Remove them."),
                        SERVER);
            case "events" ->
                VerbSpec.of(
                        name,
                        "Show what happened to our containers on the engines.",
                        Option.flag("--follow", "Go on with what comes, until Ctrl-C."),
                        Option.value("--since", "TIME", "From so long ago on, 1h unless said, or from a moment on."),
                        SERVER);
            default -> IncidentVerbs.spec(name);
        };
    }

    private static VerbSpec logs(String name) {
        return VerbSpec.of(
                        name,
                        "Show what containers say: of the services that are named, or of all.",
                        Option.flag("--follow", "Go on with what comes, until Ctrl-C."),
                        Option.value(
                                "--since", "TIME", "From so long ago on, such as 10m, or from 2026-05-01T10:00:00Z."),
                        Option.value(
                                "--tail",
                                "NUMBER",
                                "Only the last lines of each; 100 without --since, \"all\" for all there are."),
                        Option.value("--grep", "TEXT", "Only lines with this text in them."),
                        Option.flag("--regex", "The text of --grep is a regular expression."),
                        Option.flag("--ignore-case", "The text of --grep is found in capitals, too."),
                        Option.flag("--timestamps", "Show when each line was written."),
                        SERVER)
                .operand("SERVICE")
                .many();
    }
}
