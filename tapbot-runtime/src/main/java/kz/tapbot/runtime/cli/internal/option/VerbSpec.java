package kz.tapbot.runtime.cli.internal.option;

import java.util.ArrayList;
import java.util.List;

/**
 * What a verb may be given.
 *
 * @param name the verb
 * @param summary what it does, in a sentence
 * @param operand what its operands are called in help; empty for a verb without
 * @param operandRequired whether at least one must be given
 * @param manyOperands whether there may be several
 * @param rest what is passed on from behind {@code --}, as help calls it; empty for a verb that passes nothing on
 * @param options its options, without those that every verb has
 */
public record VerbSpec(
        String name,
        String summary,
        String operand,
        boolean operandRequired,
        boolean manyOperands,
        String rest,
        List<Option> options) {

    /** Where no verb is given: what may be given all the same. */
    public static final VerbSpec NONE = of("", "");

    private static final List<Option> GLOBAL = List.of(
            Option.value(
                    "--runtime",
                    "NAME",
                    "Where: memory (simulated servers), docker, docker:ADDRESS, ssh (whole servers), or another driver on the class path."),
            Option.value("--topology", "FILE", "Take the topology from a JSON file, not from the program."),
            Option.flag("--json", "Write one JSON document to stdout, events as JSON lines to stderr."),
            Option.flag("--no-color", "Write without colour, as NO_COLOR does."),
            Option.flag("--stacktrace", "Show the stack of an internal error."),
            Option.flag("--help", "Show this help."),
            Option.flag("--version", "Show the version."));

    /** Copies the options. */
    public VerbSpec {
        options = List.copyOf(options);
    }

    /** A verb without operand. */
    public static VerbSpec of(String name, String summary, Option... options) {
        return new VerbSpec(name, summary, "", false, false, "", List.of(options));
    }

    /** The same with an operand that may be left out. */
    public VerbSpec operand(String called) {
        return new VerbSpec(name, summary, called, false, false, "", options);
    }

    /** The same with an operand that must be given. */
    public VerbSpec required(String called) {
        return new VerbSpec(name, summary, called, true, false, "", options);
    }

    /** The same with as many operands as wanted. */
    public VerbSpec many() {
        return new VerbSpec(name, summary, operand, operandRequired, true, rest, options);
    }

    /** The same with words behind {@code --} that are passed on. */
    public VerbSpec passing(String called) {
        return new VerbSpec(name, summary, operand, operandRequired, manyOperands, called, options);
    }

    /** Its own options, then those of every verb. */
    public List<Option> all() {
        List<Option> all = new ArrayList<>(options);
        all.addAll(GLOBAL);
        return all;
    }

    /** The options of every verb. */
    public static List<Option> global() {
        return GLOBAL;
    }
}
