package kz.tapbot.runtime.memory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.LockHolder;

/** What Tapbot keeps on a simulated server, as a session reaches it. */
final class MemoryState implements HostState {

    private final Machine machine;
    private final MemorySession session;
    private final String who;

    MemoryState(Machine machine, MemorySession session, String who) {
        this.machine = machine;
        this.session = session;
        this.who = who;
    }

    @Override
    public Optional<LockHolder> lock(String purpose) {
        return session.act(
                false,
                "lock",
                () -> machine.bolt()
                        .take(
                                session,
                                session::isAlive,
                                new LockHolder(who, purpose, machine.pulse().now())));
    }

    @Override
    public Optional<LockHolder> holder() {
        return session.read(() -> machine.bolt().holder());
    }

    @Override
    public void write(JournalEntry entry) {
        session.act(false, "journal", () -> {
            machine.diary().write(entry);
            return true;
        });
    }

    @Override
    public List<JournalEntry> journal() {
        return session.read(() -> machine.diary().all());
    }

    @Override
    public Optional<char[]> secret(SecretName name) {
        return session.read(() -> machine.vault().secret(name));
    }

    @Override
    public void keep(SecretName name, char[] value) {
        session.act(false, "keep a secret", () -> {
            machine.vault().keep(name, value);
            return true;
        });
    }

    @Override
    public byte[] fingerprintKey(boolean create) {
        byte[] key = session.read(() -> machine.vault().key(false));
        return key.length > 0 || !create
                ? key
                : session.act(false, "make the key", () -> machine.vault().key(true));
    }

    @Override
    public Optional<byte[]> remembered(TopologyName topology) {
        return session.read(() -> machine.vault().remembered(topology));
    }

    @Override
    public void remember(TopologyName topology, Optional<byte[]> bytes) {
        session.act(false, "remember what was applied", () -> {
            machine.vault().remember(topology, bytes);
            return true;
        });
    }

    @Override
    public String arm(List<Address> before, Duration limit) {
        return session.act(false, "arm an undo", () -> machine.undo().arm(session, before, limit));
    }

    @Override
    public List<String> armed() {
        return session.read(() -> machine.undo().names());
    }

    @Override
    public void confirm(String undo) {
        session.act(false, "confirm", () -> {
            machine.undo().confirm(session, undo);
            return true;
        });
    }

    @Override
    public void revert(String undo) {
        session.act(false, "revert", () -> {
            machine.undo().revert(undo);
            return true;
        });
    }
}
