package kz.tapbot.runtime.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;

/** What Tapbot keeps on a server for itself, readable by root only. */
public interface HostState {

    /**
     * Takes the lock of the server, which vanishes with the session.
     *
     * @param purpose what for, for people
     * @return nothing if it was taken, otherwise who holds it and since when
     */
    Optional<LockHolder> lock(String purpose);

    /** Who holds the lock, if anybody does. */
    Optional<LockHolder> holder();

    /** Writes a line to the journal so that it outlives a crash. */
    void write(JournalEntry entry);

    /**
     * Writes a line to the journal, at the latest together with the next thing that this thread has done on the server, and before it: what is intended is there before it is
     * begun. What was done may be missing after a crash.
     */
    default void note(JournalEntry entry) {
        write(entry);
    }

    /** The journal, oldest first, bounded. */
    List<JournalEntry> journal();

    /** The value of a generated secret that is kept here, as characters to be wiped by the caller. */
    Optional<char[]> secret(SecretName name);

    /** Keeps the value of a generated secret. */
    void keep(SecretName name, char[] value);

    /** The key of this server's fingerprints, made on first use when {@code create} is set; empty if there is none. */
    byte[] fingerprintKey(boolean create);

    /**
     * What was given to {@link #remember} last. A driver that keeps nothing says so by an empty answer: a plan then cannot tell what its change opens and closes.
     */
    default Optional<byte[]> remembered(TopologyName topology) {
        return Optional.empty();
    }

    /**
     * Keeps some bytes for a topology, readable by root only, or nothing any more if they are absent. They explain the next plan and decide nothing.
     */
    default void remember(TopologyName topology, Optional<byte[]> bytes) {}

    /**
     * Remembers the present state of what the address stands for, and takes it back by itself after the time unless it is confirmed;
     * also when this process dies, the connection is lost, or the server restarts.
     *
     * @param before the addresses whose state is remembered
     * @param limit after which it is taken back
     * @return the name by which it is confirmed
     */
    String arm(List<Address> before, Duration limit);

    /**
     * The names of all changes that wait to be confirmed, of whichever run armed them. Whoever holds the lock takes back those of an
     * interrupted run, so that it plans with what will last.
     */
    List<String> armed();

    /** Confirms a change: it is not taken back. To be called from a fresh session. */
    void confirm(String undo);

    /** Takes a change back at once. */
    void revert(String undo);

    /** Makes again what of this was lost and can be had back, without touching anything else. To be called by whoever is going to change something. */
    default void mend() {}
}
