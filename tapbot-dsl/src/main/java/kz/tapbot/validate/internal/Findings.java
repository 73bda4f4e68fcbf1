package kz.tapbot.validate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.model.place.DeclaredAt;

/** Where checks put what they find. Not thread-safe. */
public final class Findings {

    private final List<Diagnostic> all = new ArrayList<>();

    /** Empty. */
    public Findings() {}

    /**
     * Something is wrong with one thing.
     *
     * @param template the detail, see {@link Detail#of}
     */
    public void add(Code code, Subject about, String template, Object... arguments) {
        put(code, about, List.of(about), template, arguments);
    }

    /**
     * Two things clash.
     *
     * @param later what was said later and so is likelier to be wrong
     * @param earlier what it clashes with
     * @param template the detail, see {@link Detail#of}
     */
    public void clash(Code code, Subject later, Subject earlier, String template, Object... arguments) {
        put(code, later, List.of(later, earlier), template, arguments);
    }

    private void put(Code code, Subject about, List<Subject> said, String template, Object... arguments) {
        List<DeclaredAt> places = said.stream()
                .map(Subject::place)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        all.add(new Diagnostic(code, about.address(), Detail.of(template, arguments), places));
    }

    /** Everything that was found, in the order of finding. */
    public List<Diagnostic> all() {
        return List.copyOf(all);
    }
}
