package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;

/** The word behind {@code export} and {@code import} that says which format, and for an import also where from. */
final class Format {

    private static final Set<String> VERBS = Set.of("export", "import");
    private static final String COMPOSE = "compose";
    private static final String ENGINE = "engine";
    private static final String SERVER = "server";

    /** Before the address of a server that is to be read whole, which looks like that of an engine. */
    private static final String WHOLE = "server+";

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
        if (!word.equals(COMPOSE) && !(imports && (word.equals(ENGINE) || word.equals(SERVER)))) {
            throw new UsageException(
                    at < 0
                            ? "\"" + verb + "\" needs a format."
                            : "\"" + verb + "\" knows no format " + Shown.of(word) + ".",
                    imports
                            ? "There are: compose, engine, server. For example: import compose docker-compose.yml"
                            : "There is: compose. For example: export compose --out DIR");
        }
        List<String> rest = new ArrayList<>(arguments);
        rest.remove(at);
        if (imports) {
            refuseOther(word, rest);
        }
        if (word.equals(SERVER)) {
            rest.replaceAll(each -> isEngine(each) ? WHOLE + each : each);
        }
        return rest;
    }

    /** Whether it is the address of an engine, which an import reads in place of a file. */
    static boolean isEngine(String operand) {
        return operand.contains(ADDRESS);
    }

    /** The address of a server that is to be read whole, if it is one. */
    static Optional<String> server(String operand) {
        return operand.startsWith(WHOLE) ? Optional.of(operand.substring(WHOLE.length())) : Optional.empty();
    }

    private static void refuseOther(String word, List<String> rest) {
        boolean address = rest.stream().anyMatch(Format::isEngine);
        if (word.equals(ENGINE) && !address) {
            throw new UsageException(
                    "\"import engine\" needs the address of an engine.",
                    "For example: import engine unix:///var/run/docker.sock");
        }
        if (word.equals(SERVER) && !address) {
            throw new UsageException(
                    "\"import server\" needs the address of a server.",
                    "For example: import server ssh://root@203.0.113.10 --host-key SHA256:…");
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
