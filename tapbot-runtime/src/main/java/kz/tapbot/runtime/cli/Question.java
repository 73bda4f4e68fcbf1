package kz.tapbot.runtime.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.command.Terminal;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.plan.Action;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;

/** Asks before anything is changed. Data that goes is asked for by its name, unless the command line has named it. */
final class Question {

    private static final int LONGEST_ANSWER = 1000;

    private final Invocation in;
    private final Terminal terminal;

    Question(Invocation in) {
        this.in = in;
        this.terminal = in.terminal();
    }

    /**
     * Asks for everything that the plan needs.
     *
     * @param named the data that the command line names
     * @throws NotConfirmedException if anybody says no, or nobody is there who could say yes
     */
    void confirm(Plan plan, Set<Address> named) {
        SortedSet<Address> data = removedData(plan);
        data.removeAll(named);
        if (!somebodyIsThere() && !data.isEmpty()) {
            throw new NotConfirmedException(
                    "Data would be removed for good, and nobody is here to confirm it: " + data + ".",
                    "Name it on the command line: --remove-data " + data.first());
        }
        if (!in.arguments().has("--yes")) {
            yes(plan.changes().size());
        }
        data.forEach(this::name);
    }

    /** What is lost for good: volumes, and what is made inside services and holds data. */
    static SortedSet<Address> removedData(Plan plan) {
        SortedSet<Address> data = new TreeSet<>();
        for (Change change : plan.changes()) {
            boolean goes = change.action() == Action.REMOVE || change.action() == Action.REPLACE;
            if (goes && holdsData(change.address())) {
                data.add(change.address());
            }
        }
        return data;
    }

    /** A provision is called by its kind, the server, the service and its name. */
    private static boolean holdsData(Address address) {
        boolean path = address.kind().equals("file") || address.kind().equals("directory");
        int slash = address.path().indexOf('/');
        boolean provision = !path && slash >= 0 && address.path().indexOf('/', slash + 1) >= 0;
        return address.kind().equals("volume") || provision && !address.kind().equals("sysctl");
    }

    /** Whoever wants JSON is a program. */
    private boolean somebodyIsThere() {
        return terminal.interactive() && !in.json();
    }

    private void yes(int changes) {
        if (!somebodyIsThere()) {
            throw new NotConfirmedException(
                    "Nothing was changed: there is no terminal to ask at.",
                    "Run again with --yes to apply without asking.");
        }
        ask("Apply " + (changes == 1 ? "this change" : "these " + changes + " changes") + "? Type yes: ");
        if (!answer().equals("yes")) {
            throw new NotConfirmedException("Nothing was changed: the answer was not yes.", "");
        }
    }

    private void name(Address address) {
        ask("This removes the data of " + address + " for good. Type " + address + " to go on: ");
        if (!answer().equals(address.toString())) {
            throw new NotConfirmedException("Nothing was changed: the answer was not " + address + ".", "");
        }
    }

    private void ask(String question) {
        terminal.err().print(Paint.BOLD.on(question, in.colour()));
        terminal.err().flush();
    }

    /** One line, read byte by byte so that what comes after it is left for the next question. */
    private String answer() {
        InputStream answers = terminal.in();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = answers.read(); next >= 0 && next != '\n'; next = answers.read()) {
                if (line.size() < LONGEST_ANSWER) {
                    line.write(next);
                }
            }
        } catch (IOException e) {
            throw new NotConfirmedException("Nothing was changed: the answer could not be read.", "");
        }
        return line.toString(Charset.defaultCharset()).strip();
    }
}
