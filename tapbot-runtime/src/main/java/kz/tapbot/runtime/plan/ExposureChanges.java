package kz.tapbot.runtime.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * What a plan opens and closes.
 *
 * @param changes each change, in the order of servers
 * @param unknown the servers of which no earlier apply is known, so that all of theirs counts as opened
 */
public record ExposureChanges(List<One> changes, SortedSet<ServerName> unknown) {

    /** What happens to one who reaches something. */
    public enum Effect {
        /** Reached now, and not before. */
        OPENS("opens"),
        /** Reached as before, but nobody asks for a login any more. */
        LOSES_LOGIN("loses-login"),
        /** Reached as before, but a login is asked for now. */
        GAINS_LOGIN("gains-login"),
        /** Reached before, and not any more. */
        CLOSES("closes");

        private final String word;

        Effect(String word) {
            this.word = word;
        }

        /** Its word in JSON. */
        public String word() {
            return word;
        }

        /** Whether more is open afterwards. */
        public boolean isMore() {
            return this == OPENS || this == LOSES_LOGIN;
        }
    }

    /**
     * One change.
     *
     * @param effect what happens
     * @param server the server it is on
     * @param at where one knocks: {@code 443/tcp of server:data}
     * @param leadsTo what answers
     * @param from who reaches it
     * @param login whether a login is asked for afterwards, or was before where it is closed
     * @param place the line that decides it, if it is known; not part of JSON, since lines move
     * @param sentence all of that, for people
     */
    public record One(
            Effect effect,
            ServerName server,
            String at,
            Address leadsTo,
            String from,
            boolean login,
            Optional<String> place,
            String sentence) {}

    /** Copies the changes. */
    public ExposureChanges {
        changes = List.copyOf(changes);
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
    }
}
