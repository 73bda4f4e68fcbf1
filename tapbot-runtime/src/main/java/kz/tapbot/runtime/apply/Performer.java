package kz.tapbot.runtime.apply;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.operation.EngineOperation;
import kz.tapbot.runtime.operation.FileOperation;
import kz.tapbot.runtime.operation.IncidentOperation;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.OwnershipOperation;
import kz.tapbot.runtime.operation.ProtectionOperation;
import kz.tapbot.runtime.operation.SystemOperation;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.UnreachableException;

/** Has one operation performed: journal before and after, events before and after, watched all the time. */
final class Performer {

    private final String run;
    private final Ticker ticker;
    private final Events events;
    private final Watch watch;

    Performer(String run, Ticker ticker, Events events, Watch watch) {
        this.run = run;
        this.ticker = ticker;
        this.events = events;
        this.watch = watch;
    }

    /**
     * Performs an operation.
     *
     * @param change the change it belongs to
     * @param prefix what is put before its text form, such as {@code undo: }
     */
    void perform(Session session, ServerName server, Address change, Operation operation, String prefix) {
        intend(session, change, operation, prefix);
        performIntended(session, server, change, operation, prefix);
    }

    /** Writes down what is about to be performed, before it is begun; if this fails, nothing has happened. */
    void intend(Session session, Address change, Operation operation, String prefix) {
        note(session, JournalEntry.Phase.INTENT, change, prefix + operation);
    }

    /** Performs what has been written down. */
    void performIntended(Session session, ServerName server, Address change, Operation operation, String prefix) {
        String text = prefix + operation;
        long begin = ticker.nanos();
        events.on(new RuntimeEvent.OperationStarted(change, text));
        watch.begin(change, server, new Watch.Operating(text, !prefix.isEmpty()));
        try {
            dispatch(session, operation);
        } catch (RuntimeException e) {
            watch.end(change);
            noteFailure(session, change, text, e);
            throw e;
        } finally {
            watch.end(change);
        }
        note(session, JournalEntry.Phase.DONE, change, text);
        events.on(new RuntimeEvent.OperationDone(change, text, ticker.since(begin)));
    }

    void write(Session session, JournalEntry.Phase phase, Address address, String text) {
        session.state().write(new JournalEntry(run, ticker.now(), phase, address, text));
    }

    private void note(Session session, JournalEntry.Phase phase, Address address, String text) {
        session.state().note(new JournalEntry(run, ticker.now(), phase, address, text));
    }

    private void noteFailure(Session session, Address change, String text, RuntimeException failure) {
        if (failure instanceof UnreachableException) {
            return;
        }
        try {
            write(session, JournalEntry.Phase.FAILED, change, text);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static void dispatch(Session session, Operation operation) {
        if (operation instanceof SystemOperation system) {
            system.performedBy(session.system());
        } else if (operation instanceof FileOperation file) {
            file.performedBy(session.files());
        } else if (operation instanceof ProtectionOperation protection) {
            protection.performedBy(session.protection());
        } else if (operation instanceof IncidentOperation incident) {
            incident.performedBy(session.incidents());
        } else if (operation instanceof EngineOperation engine) {
            engine.performedBy(session.engine());
        } else if (operation instanceof OwnershipOperation ownership) {
            ownership.performedBy(session.ownership());
        }
    }
}
