package kz.tapbot.model.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** One run over one text: where it stands at the moment, and what was found so far. */
final class Reading {

    /** The most findings that are told apart; a file with more is of another kind altogether. */
    static final int MOST_FINDINGS = 100;

    private final String source;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final List<Object> path = new ArrayList<>();
    private Address address;
    private @Nullable DeclaredAt lastPlace;

    Reading(String source) {
        this.source = shortened(source);
        this.address = new Address("file", this.source);
    }

    /** The name of a source as messages show it: without folders, bounded, printable. */
    private static String shortened(String source) {
        String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        String shown = InvalidValueException.show(name);
        return name.isEmpty() ? "json" : shown.substring(1, shown.lastIndexOf('"'));
    }

    /** Goes one step down: to a member by its key, or to an item by its number. */
    void down(Object step) {
        path.add(step);
    }

    /** Goes one step up. */
    void up() {
        path.remove(path.size() - 1);
    }

    /** The nearest named thing. */
    Address address() {
        return address;
    }

    /** Enters or leaves something named. */
    void address(Address now) {
        address = now;
    }

    /** The place of a line. */
    DeclaredAt place(int line) {
        DeclaredAt last = lastPlace;
        if (last == null || last.at().line() != line) {
            last = DeclaredAt.at(source, line);
            lastPlace = last;
        }
        return last;
    }

    /** Another kind of value stands where one is due. */
    void otherwise(Node node, String due, String hint) {
        String what = node instanceof Node.Nothing ? "null; leave the field out instead" : node.what();
        found(ModelCode.JSON_BAD_VALUE, node.line(), sentence(due) + " is due here, not " + what + "." + hint);
    }

    /** A value breaks its own rule. */
    void refused(int line, InvalidValueException refusal) {
        found(refusal.code(), line, String.valueOf(refusal.getMessage()));
    }

    /** The keys that an object has twice. */
    void foundAgain(Node.Members object) {
        for (Node.Again again : object.again()) {
            found(
                    ModelCode.JSON_DUPLICATE_KEY,
                    again.line(),
                    "The key " + InvalidValueException.show(again.key())
                            + " stands twice in one object; which one counts would be a guess. Delete one of both.",
                    Optional.of(again.first()));
        }
    }

    /** Anything, at the place where the reading stands; the detail holds no value of a secret. */
    void found(Code code, int line, String detail) {
        found(code, line, detail, Optional.empty());
    }

    /** Anything, with the earlier place that it clashes with. */
    void found(Code code, int line, String detail, Optional<Integer> earlier) {
        if (isFull()) {
            return;
        }
        List<DeclaredAt> places = new ArrayList<>();
        if (line > 0) {
            places.add(place(line));
        }
        earlier.ifPresent(first -> places.add(place(first)));
        String where = path.isEmpty() ? "" : "\nJSON path: " + pathText();
        findings.add(new Diagnostic(code, address, detail + where, places));
    }

    /** Whether so much was found that it is no use to go on. */
    boolean isFull() {
        return findings.size() >= MOST_FINDINGS;
    }

    boolean clean() {
        return findings.isEmpty();
    }

    /** Everything that was found. */
    Report report() {
        Address file = new Address("file", source);
        if (isFull()) {
            findings.add(new Diagnostic(
                    ModelCode.JSON_FILE,
                    file,
                    "The reading stopped after " + MOST_FINDINGS + " findings. Mend these first.",
                    List.of()));
        }
        return new Report(file, findings);
    }

    private String pathText() {
        StringBuilder out = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer number) {
                out.append('[').append(number).append(']');
            } else {
                out.append(out.isEmpty() ? "" : ".").append(plain(step.toString()));
            }
        }
        return out.toString();
    }

    private static String plain(String key) {
        String shown = InvalidValueException.show(key);
        return shown.length() == key.length() + 2 && !key.isEmpty() && key.indexOf('.') < 0 ? key : shown;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
