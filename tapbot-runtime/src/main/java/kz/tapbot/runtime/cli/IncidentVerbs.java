package kz.tapbot.runtime.cli;

import kz.tapbot.runtime.cli.internal.option.Option;
import kz.tapbot.runtime.cli.internal.option.VerbSpec;
import org.jspecify.annotations.Nullable;

/** The verbs for when somebody breaks in, and for what was ever done. */
final class IncidentVerbs {

    private static final Option YES = Option.flag("--yes", "Do not ask.");
    private static final Option TIMEOUT =
            Option.value("--timeout", "TIME", "Stop and take back what runs after this time, such as 5m.");
    private static final Option SERVER = Option.value("--server", "NAME", "Only on this server.");

    private IncidentVerbs() {}

    static @Nullable Verb of(String name) {
        return switch (name) {
            case "ban", "unban", "lock-user", "unlock-user", "isolate", "lift" -> new IncidentVerb(name);
            case "history" -> new HistoryVerb();
            default -> null;
        };
    }

    static @Nullable VerbSpec spec(String name) {
        return switch (name) {
            case "ban" ->
                VerbSpec.of(name, "Shut an address out of servers and their containers.", YES, TIMEOUT, SERVER)
                        .required("ADDRESS");
            case "unban" ->
                VerbSpec.of(name, "Let an address in again.", YES, TIMEOUT, SERVER)
                        .required("ADDRESS");
            case "lock-user" ->
                VerbSpec.of(name, "Shut a user out: account, keys, and what it runs.", YES, TIMEOUT, SERVER)
                        .required("USER");
            case "unlock-user" ->
                VerbSpec.of(name, "Let a user in again.", YES, TIMEOUT, SERVER).required("USER");
            case "isolate" ->
                VerbSpec.of(name, "Let only administrators reach a server and its containers.", YES, TIMEOUT)
                        .required("SERVER");
            case "lift" ->
                VerbSpec.of(name, "End the isolation of a server.", YES, TIMEOUT)
                        .required("SERVER");
            case "history" ->
                VerbSpec.of(name, "Show what was done to the servers, by whom, and how it ended.", SERVER);
            default -> null;
        };
    }
}
