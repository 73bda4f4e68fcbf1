package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;

/** The word behind {@code export} and {@code import} that says which format; so far there is one. */
final class Format {

    private static final Set<String> VERBS = Set.of("export", "import");
    private static final String ONLY = "compose";

    private Format() {}

    /**
     * The arguments without the word.
     *
     * @throws UsageException if the verb takes such a word and it is not there, unless only help is asked for
     */
    static List<String> take(String verb, List<String> arguments, int at) {
        if (!VERBS.contains(verb)
                || arguments.contains("--help")
                || arguments.contains("-h")
                || asksForVersion(arguments)) {
            return arguments;
        }
        if (at < 0 || !arguments.get(at).equals(ONLY)) {
            throw new UsageException(
                    at < 0
                            ? "\"" + verb + "\" needs a format."
                            : "\"" + verb + "\" knows no format " + Shown.of(arguments.get(at)) + ".",
                    "There is: compose. For example: "
                            + (verb.equals("export")
                                    ? "export compose --out DIR"
                                    : "import compose docker-compose.yml"));
        }
        List<String> rest = new ArrayList<>(arguments);
        rest.remove(at);
        return rest;
    }

    private static boolean asksForVersion(List<String> arguments) {
        return arguments.contains("--version") || arguments.contains("-V");
    }
}
