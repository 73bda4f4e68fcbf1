package kz.tapbot.diagnostic;

import java.util.List;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;

/**
 * One finding.
 *
 * @param code what kind of finding
 * @param address what it is about
 * @param detail full sentences: what, why, what to do, and where code cures it that code, indented by four spaces
 * @param places where it was said: for a clash the later place first, then the earlier
 */
public record Diagnostic(Code code, Address address, String detail, List<DeclaredAt> places) {

    /** Copies the places. */
    public Diagnostic {
        places = List.copyOf(places);
    }

    /** The same, said at other places. */
    public Diagnostic at(List<DeclaredAt> others) {
        return new Diagnostic(code, address, detail, others);
    }

    /** The severity of the code. */
    public Severity severity() {
        return code.severity();
    }

    /** The fixed short sentence of the code. */
    public String summary() {
        return code.summary();
    }

    /** The text form over several lines, as every command prints it; ends without a line break. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(256);
        out.append(severity().name().toLowerCase(java.util.Locale.ROOT))
                .append(' ')
                .append(code.id())
                .append("  ")
                .append(summary())
                .append("\n  at ")
                .append(address);
        detail.lines().forEach(line -> out.append("\n").append(line.isEmpty() ? "" : "  " + line));
        for (int i = 0; i < places.size(); i++) {
            out.append(i == 0 ? "\n  declared at " : "\n  first declared at ").append(places.get(i));
        }
        return out.toString();
    }
}
