package kz.tapbot.runtime.plan;

/**
 * A line of a plan's text.
 *
 * @param kind what it says, so that it can be coloured
 * @param text the line without its line break
 */
public record PlanLine(Kind kind, String text) {

    /** What a line says. */
    public enum Kind {
        /** A problem or note, or a part of one. */
        FINDING,
        /** The server that the lines below are about. */
        SERVER,
        /** Something is made. */
        CREATE,
        /** Something is changed where it stands. */
        UPDATE,
        /** Something is removed and made anew. */
        REPLACE,
        /** Something is removed. */
        REMOVE,
        /** Something becomes ours. */
        ADOPT,
        /** What is different after. */
        DIFFERENCE,
        /** What people will notice. */
        CONSEQUENCE,
        /** Somebody reaches more than before. */
        OPENED,
        /** Somebody reaches less than before. */
        CLOSED,
        /** How much it is in all. */
        SUMMARY,
        /** Nothing. */
        BLANK
    }
}
