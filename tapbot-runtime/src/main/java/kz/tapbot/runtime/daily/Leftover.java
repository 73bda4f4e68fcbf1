package kz.tapbot.runtime.daily;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;

/** Something of ours that is not needed any more. */
public sealed interface Leftover {

    /** The server it is on. */
    ServerName server();

    /** Bytes that are free without it. */
    long bytes();

    /**
     * Names of an image that a release of ours ran, and the image if it has no others.
     *
     * @param server the server it is on
     * @param id what it is
     * @param names those that go
     * @param bytes that are free without it; 0 if somebody else calls it something, because it stays then
     */
    record OldImage(ServerName server, String id, SortedSet<String> names, long bytes) implements Leftover {

        /** Copies the names. */
        public OldImage {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }

    /**
     * The releases of a service that is not declared any more and has no container.
     *
     * @param server the server they are on
     * @param service whose
     */
    record OldReleases(ServerName server, ServiceName service) implements Leftover {

        @Override
        public long bytes() {
            return 0;
        }
    }
}
