package kz.tapbot.runtime.view;

import java.util.List;
import java.util.Optional;

/**
 * A box.
 *
 * @param id the address of what it stands for
 * @param kind what it is
 * @param parent the id of the box that it is in, if it is in one
 * @param title its name
 * @param details further lines
 * @param networks the names of the networks it is on; of a server, those it has
 * @param planned whether it is not there yet
 */
public record GraphNode(
        String id,
        Kind kind,
        Optional<String> parent,
        String title,
        List<String> details,
        List<String> networks,
        boolean planned) {

    /** Copies the lists. */
    public GraphNode {
        details = List.copyOf(details);
        networks = List.copyOf(networks);
    }

    /** A box that stands alone. */
    static GraphNode alone(Kind kind, String id, String title, List<String> details) {
        return new GraphNode(id, kind, Optional.empty(), title, details, List.of(), false);
    }

    /** What a box stands for. */
    public enum Kind {
        /** Everybody. */
        INTERNET("Internet"),
        /** A machine; other boxes are in it. */
        SERVER("server"),
        /** A service that passes requests on. */
        PROXY("proxy"),
        /** A service that keeps data. */
        DATABASE("database"),
        /** Any other service in a container. */
        SERVICE("service"),
        /** A service on the machine itself. */
        HOST_SERVICE("host service"),
        /** Named storage. */
        VOLUME("volume"),
        /** An encrypted link between servers. */
        LINK("link"),
        /** Something that saves copies. */
        BACKUP("backup"),
        /** Where copies go. */
        DESTINATION("copies"),
        /** A service of somebody else. */
        OUTSIDE("outside");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What it is in a word. */
        public String word() {
            return word;
        }
    }
}
