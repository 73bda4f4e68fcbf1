package kz.tapbot.runtime.view;

/**
 * An arrow.
 *
 * @param from the id of the box it leaves
 * @param to the id of the box it points to
 * @param kind what it says
 * @param label its text, or nothing
 */
public record GraphEdge(String from, String to, Kind kind, String label) {

    /** What an arrow says. */
    public enum Kind {
        /** Reached from the Internet by an open port. */
        OPEN,
        /** Requests are passed on. */
        ROUTE,
        /** Runs only when the other does. */
        NEED,
        /** May reach the other over an encrypted link between servers. */
        LINK,
        /** Keeps its data there. */
        STORE,
        /** Is saved, or saved to. */
        BACKUP,
        /** Calls somebody else's service. */
        CALL
    }
}
