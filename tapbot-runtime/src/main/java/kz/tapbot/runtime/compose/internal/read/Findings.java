package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** Collects what is found in a file, each with its line. */
final class Findings {

    private final String file;
    private final List<Diagnostic> all = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(ComposeCode code, Address address, int line, String... sentences) {
        all.add(new Diagnostic(code, address, plain(String.join("\n", sentences)), List.of(at(line))));
    }

    /** Without what a terminal would obey: keys of a file are shown as they are. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c == '\n' || !steers(c) ? c : '?'));
        return out.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** Something that Tapbot has no words for. */
    void notCarried(Address address, int line, String what, String advice) {
        add(ComposeCode.NOT_CARRIED, address, line, what, advice);
    }

    /** A value of which a rule of the model is broken. */
    void refused(Address address, int line, String key, InvalidValueException e) {
        add(
                ComposeCode.NOT_CARRIED,
                address,
                line,
                "What \"" + key + "\" says is not carried over. " + e.getMessage(),
                "Say it another way in the source, or change it in the file and import again.");
    }

    DeclaredAt at(int line) {
        return DeclaredAt.at(file, line);
    }

    String place(int line) {
        return file + ":" + line;
    }

    List<Diagnostic> all() {
        return all;
    }
}
