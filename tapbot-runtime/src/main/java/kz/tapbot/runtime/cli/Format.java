package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;

/** The word behind {@code export} and {@code import} that says which format, and for an import also where from. */
final class Format {

    private static final Set<String> VERBS = Set.of("export", "import");
    private static final String COMPOSE = "compose";
    private static final String ENGINE = "engine";

    /** What only the address of an engine has in it. */
    private static final String ADDRESS = "://";

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
        boolean imports = verb.equals("import");
        String word = at < 0 ? "" : arguments.get(at);
        if (!word.equals(COMPOSE) && !(imports && word.equals(ENGINE))) {
            throw new UsageException(
                    at < 0
                            ? "\"" + verb + "\" needs a format."
                            : "\"" + verb + "\" knows no format " + Shown.of(word) + ".",
                    imports
                            ? "There are: compose, engine. For example: import compose docker-compose.yml"
                            : "There is: compose. For example: export compose --out DIR");
        }
        List<String> rest = new ArrayList<>(arguments);
        rest.remove(at);
        if (imports) {
            refuseOther(word, rest);
        }
        return rest;
    }

    /** Whether it is the address of an engine, which an import reads in place of a file. */
    static boolean isEngine(String operand) {
        return operand.contains(ADDRESS);
    }

    private static void refuseOther(String word, List<String> rest) {
        boolean address = rest.stream().anyMatch(Format::isEngine);
        if (word.equals(ENGINE) && !address) {
            throw new UsageException(
                    "\"import engine\" needs the address of an engine.",
                    "For example: import engine unix:///var/run/docker.sock");
        }
        if (word.equals(COMPOSE) && address) {
            throw new UsageException(
                    "\"import compose\" needs a file, and that is the address of an engine.",
                    "For example: import engine unix:///var/run/docker.sock");
        }
    }

    private static boolean asksForVersion(List<String> arguments) {
        return arguments.contains("--version") || arguments.contains("-V");
    }
}
