package kz.tapbot.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.name.Address;

/**
 * Everything that was found, errors first, then by address and code, so that the same topology gives the same text.
 *
 * @param subject what was judged
 * @param diagnostics all findings
 */
public record Report(Address subject, List<Diagnostic> diagnostics) {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::severity)
            .thenComparing(Diagnostic::address)
            .thenComparing(diagnostic -> diagnostic.code().id())
            .thenComparing(Diagnostic::detail);

    /** Sorts the findings. */
    public Report {
        diagnostics = diagnostics.stream().sorted(ORDER).toList();
    }

    /** Whether anything forbids going on. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** How many findings are of a severity. */
    public long count(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** Both reports in one, about the subject of this one. */
    public Report plus(Report other) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(other.diagnostics);
        return new Report(subject, all);
    }

    /** The text form: a line that counts, then every finding; one line if nothing was found. Ends without a line break. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(subject.kind().substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                .append(subject.kind().substring(1))
                .append(" \"")
                .append(subject.path())
                .append("\" has ")
                .append(counted());
        diagnostics.forEach(diagnostic -> out.append("\n\n").append(diagnostic));
        return out.toString();
    }

    private String counted() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = count(severity);
            if (count > 0) {
                String noun = severity.name().toLowerCase(java.util.Locale.ROOT);
                parts.add(count + " " + noun + (count == 1 ? "" : "s"));
            }
        }
        if (parts.isEmpty()) {
            return "no findings";
        }
        String last = parts.remove(parts.size() - 1);
        return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
    }
}
