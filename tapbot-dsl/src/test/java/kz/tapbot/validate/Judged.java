package kz.tapbot.validate;

import java.util.stream.Collectors;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.Topology;

/** Judges a topology for a test. */
final class Judged {

    private Judged() {}

    /** Everything that is found, in full, with an empty line between. */
    static String findings(Topology topology) {
        return Validator.validate(topology).diagnostics().stream()
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n\n"));
    }
}
