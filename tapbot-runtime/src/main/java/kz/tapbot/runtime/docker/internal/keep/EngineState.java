package kz.tapbot.runtime.docker.internal.keep;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.OperationFailedException;

/** What Tapbot keeps on an engine. There is no change that could lock anybody out of one, and so nothing to be armed. */
public final class EngineState implements HostState, AutoCloseable {

    static final String KEY = "key";

    private static final int KEY_BYTES = 32;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;
    private static final String SECRETS = "secrets/";
    private static final String REMEMBERED = "applied/";

    private final Cabinet cabinet;
    private final EngineLock lock;
    private final EngineJournal journal;
    private final Runnable tidyUp;
    private boolean tidied;
    private byte[] known = new byte[0];

    /**
     * Of that engine, for a session of that person.
     *
     * @param tidyUp what is done once, before the session writes its first line
     */
    public EngineState(Engine engine, Cabinet cabinet, String who, Runnable tidyUp) {
        this.tidyUp = tidyUp;
        this.cabinet = cabinet;
        this.lock = new EngineLock(engine, cabinet, who);
        this.journal = new EngineJournal(engine, cabinet);
        cabinet.aloneWhile(lock::isHeld);
    }

    @Override
    public Optional<LockHolder> lock(String purpose) {
        return lock.take(purpose, Instant.now());
    }

    @Override
    public Optional<LockHolder> holder() {
        return lock.holder();
    }

    @Override
    public void write(JournalEntry entry) {
        if (entry.phase() == JournalEntry.Phase.INTENT) {
            lock.refuseLost();
        }
        tidyUpOnce();
        journal.write(entry);
    }

    private synchronized void tidyUpOnce() {
        if (!tidied) {
            tidyUp.run();
            tidied = true;
        }
    }

    @Override
    public List<JournalEntry> journal() {
        return journal.all();
    }

    @Override
    public Optional<char[]> secret(SecretName name) {
        return Optional.ofNullable(cabinet.whole().get(SECRETS + name)).map(kept -> {
            CharBuffer text = CharBuffer.allocate(kept.bytes().length);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(kept.bytes()), text, true);
            char[] value = Arrays.copyOf(text.array(), text.position());
            Arrays.fill(text.array(), '\0');
            return value;
        });
    }

    @Override
    public void keep(SecretName name, char[] value) {
        ByteBuffer text = ByteBuffer.allocate(value.length * MOST_BYTES_OF_A_CHARACTER);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value), text, true);
        Kept kept = Kept.ofRoot(SECRETS + name, Arrays.copyOf(text.array(), text.position()));
        Arrays.fill(text.array(), (byte) 0);
        cabinet.put(List.of(kept));
        kept.wipe();
    }

    @Override
    public synchronized byte[] fingerprintKey(boolean create) {
        if (known.length == 0) {
            if (!lock.isHeld()) {
                cabinet.forget();
            }
            Kept kept = cabinet.whole().get(KEY);
            known = kept == null ? new byte[0] : kept.bytes();
        }
        if (known.length == 0 && create) {
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            cabinet.put(List.of(Kept.ofRoot(KEY, made)));
            known = made;
        }
        return known.clone();
    }

    @Override
    public Optional<byte[]> remembered(TopologyName topology) {
        return cabinet.lastSeen(REMEMBERED + topology).map(kept -> kept.bytes().clone());
    }

    @Override
    public void remember(TopologyName topology, Optional<byte[]> bytes) {
        bytes.ifPresentOrElse(
                kept -> cabinet.put(List.of(Kept.ofRoot(REMEMBERED + topology, kept))),
                () -> cabinet.remove(List.of(REMEMBERED + topology)));
    }

    @Override
    public void mend() {
        cabinet.ensure();
    }

    @Override
    public String arm(List<Address> before, Duration limit) {
        throw new OperationFailedException(
                "An engine alone has nothing that is taken back by itself; the driver of its server has.");
    }

    @Override
    public List<String> armed() {
        return List.of();
    }

    @Override
    public void confirm(String undo) {
        throw new OperationFailedException("Nothing is armed on an engine: " + undo + ".");
    }

    @Override
    public void revert(String undo) {
        // Nothing is ever armed, so there is nothing to take back.
    }

    @Override
    public void close() {
        journal.close();
        lock.close();
    }
}
