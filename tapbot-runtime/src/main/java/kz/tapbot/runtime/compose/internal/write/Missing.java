package kz.tapbot.runtime.compose.internal.write;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** Collects what Compose cannot say, for the head of the file and for people. */
final class Missing {

    private final List<String> lines = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    /**
     * Tells of something.
     *
     * @param what what it is, as it follows "is missing": a noun
     * @param advice what to do about it, a sentence
     */
    void tell(Address address, Places places, String setting, String what, String advice) {
        List<DeclaredAt> at = places.of(setting).map(List::of).orElseGet(List::of);
        lines.add(address + ": " + what);
        findings.add(new Diagnostic(
                ComposeCode.NOT_IN_COMPOSE,
                address,
                "Compose cannot say: " + what + ".\nThe exported file is without it. " + advice,
                at));
    }

    /** One line each. */
    List<String> lines() {
        return lines;
    }

    List<Diagnostic> findings() {
        return findings;
    }
}
