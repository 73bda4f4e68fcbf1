package kz.tapbot.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kz.tapbot.diagnostic.code.Code;

/** The page that explains every code, made from the codes themselves, so that none is missing and none outlives its code. */
public final class DiagnosticsPage {

    private static final String HEAD = """
            # Diagnostics

            Everything that Tapbot finds wrong has a code that never changes its meaning. `explain CODE` prints the same text as this
            page. This page is made from the codes; a test compares the two.

            An *error* stops everything before anything runs. A *warning* works, but a person should look at it. A *note* is worth
            knowing. No text ever shows the value of a secret.
            """;

    private DiagnosticsPage() {}

    /**
     * The page in Markdown: a table of all codes, and then the explanation of each; in the order of the codes' ids.
     *
     * @throws IllegalStateException if an explanation was not packaged
     */
    public static String render(List<? extends Code> codes) {
        List<Code> sorted = new ArrayList<>(codes);
        sorted.sort(Comparator.comparing(Code::id));
        StringBuilder out = new StringBuilder(HEAD).append("\n| code | severity | summary |\n|---|---|---|\n");
        for (Code code : sorted) {
            out.append("| [")
                    .append(code.id())
                    .append("](#")
                    .append(anchor(code))
                    .append(") | ");
            out.append(severity(code)).append(" | ").append(code.summary()).append(" |\n");
        }
        for (Code code : sorted) {
            out.append("\n## ").append(code.id()).append(": ").append(code.summary());
            out.append("\n\n*").append(severity(code)).append("*\n\n");
            code.explanation()
                    .strip()
                    .lines()
                    .forEach(line -> out.append(demoted(line)).append('\n'));
        }
        return out.toString();
    }

    private static String severity(Code code) {
        return code.severity().name().toLowerCase(Locale.ROOT);
    }

    /** The anchor that GitHub makes of a heading: lower case, without punctuation, hyphens for spaces. */
    private static String anchor(Code code) {
        StringBuilder out = new StringBuilder();
        for (char c :
                (code.id() + ": " + code.summary()).toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                out.append(c);
            } else if (c == ' ') {
                out.append('-');
            }
        }
        return out.toString();
    }

    /** Headings of an explanation stand one level below that of its code. */
    private static String demoted(String line) {
        return line.startsWith("## ") ? "#" + line : line;
    }
}
