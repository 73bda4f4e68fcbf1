package kz.tapbot.runtime.host.internal.keep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.host.internal.link.HeldLock;
import kz.tapbot.runtime.host.internal.link.HostLink;
import kz.tapbot.runtime.host.internal.link.HostScripts;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.jspecify.annotations.Nullable;

/** What Tapbot keeps on a server, below {@code /var/lib/tapbot}, which only root reads. */
public final class HostKeep implements HostState, AutoCloseable {

    private static final String JOURNAL = Places.STATE + "journal";
    private static final int KEY_BYTES = 32;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final HostLink link;
    private final String who;
    private final Runnable mending;
    private final HeldLock lock;
    private final JournalLines lines = new JournalLines();
    private final String session = random(16);
    private @Nullable Kept known;
    private byte[] atLogin = new byte[0];

    /** Loaded when it is first needed, which is not before a login. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }

    /**
     * On that server, for a session of that person.
     *
     * @param mending what is mended elsewhere than on the server itself
     */
    public HostKeep(HostLink link, String who, Runnable mending) {
        this.link = link;
        this.who = who;
        this.mending = mending;
        this.lock = new HeldLock(link);
        link.first(steps -> lines.take(Thread.currentThread()).ifPresent(text -> steps.of("append", JOURNAL, text)));
    }

    /** Whether this session may change the server. */
    public boolean isLocked() {
        return lock.isHeld();
    }

    /** What is on the server itself needs none. */
    @Override
    public void mend() {
        mending.run();
    }

    /** What is kept. While this session has the lock nobody else writes, and what was read once is not read again. */
    public synchronized Kept kept() {
        Kept now = known;
        if (now == null || !lock.isHeld()) {
            now = Kept.of(Parts.read(
                    link.perform("Reading what Tapbot keeps", Steps.looking().of("kept"))));
            known = now;
        }
        return now;
    }

    /** Takes what was read just now for what is kept. */
    public synchronized void known(Kept now) {
        known = now;
    }

    /** Has it read again. */
    public synchronized void forget() {
        known = null;
    }

    /** Notes what this session itself has changed of what is noted of a thing. */
    public synchronized void changed(Address address, Optional<Entry> entry) {
        Kept now = known;
        if (now != null) {
            NavigableMap<Address, Entry> entries = new TreeMap<>(now.entries());
            entry.ifPresentOrElse(one -> entries.put(address, one), () -> entries.remove(address));
            known = new Kept(now.key(), Collections.unmodifiableSortedMap(entries), now.journal(), now.notes());
        }
    }

    @Override
    public Optional<LockHolder> lock(String purpose) {
        forget();
        String holder = Json.MAPPER
                .valueToTree(Map.of(
                        "who", who, "purpose", purpose, "since", Instant.now().toString()))
                .toString();
        return lock.take(holder).map(HostKeep::holder);
    }

    private static LockHolder holder(String said) {
        String word = said.substring(0, said.indexOf('\n'));
        LockHolder holder = read(said.substring(word.length() + 1));
        return word.equals("step")
                ? new LockHolder(
                        holder.who() + " (whose run has ended, while a step of it is still at work)",
                        holder.purpose(),
                        holder.since())
                : holder;
    }

    private static LockHolder read(String json) {
        try {
            JsonNode node = Json.MAPPER.readTree(json);
            return new LockHolder(
                    Cleaned.line(node.path("who").asText("somebody")),
                    Cleaned.line(node.path("purpose").asText("something")),
                    Instant.parse(node.path("since").asText()));
        } catch (IOException | RuntimeException e) {
            return new LockHolder("somebody", "something", Instant.EPOCH);
        }
    }

    /** Nobody, if it is this session. */
    @Override
    public Optional<LockHolder> holder() {
        String said = text(link.perform("Asking for the lock", Steps.looking().of("holder")));
        return lock.isHeld() || said.isBlank() ? Optional.empty() : Optional.of(read(said));
    }

    /** What an undo took back is told until a run has ended. */
    @Override
    public void write(JournalEntry entry) {
        note(entry);
        Steps steps = Steps.changing();
        if (entry.phase() == JournalEntry.Phase.RUN_ENDED) {
            steps.of("remove", Places.STATE + "notes");
        }
        link.perform("Writing the journal", steps);
    }

    @Override
    public void note(JournalEntry entry) {
        if (entry.phase() == JournalEntry.Phase.INTENT) {
            lock.refuseLost();
        }
        lines.add(Thread.currentThread(), entry);
    }

    /** Writes what this thread has noted, before it does something elsewhere than on the server itself. */
    public void writeNoted() {
        if (lines.has(Thread.currentThread())) {
            link.perform("Writing the journal", Steps.changing());
        }
    }

    /** Has this thread do what others wait for: what they have noted is written with what it does. */
    public void inPlaceOf(Collection<Thread> others) {
        others.forEach(other -> lines.move(other, Thread.currentThread()));
    }

    @Override
    public List<JournalEntry> journal() {
        return Kept.of(Parts.read(
                        link.perform("Reading the journal", Steps.looking().of("kept"))))
                .journal();
    }

    @Override
    public Optional<char[]> secret(SecretName name) {
        byte[] found = link.perform("Reading a secret", Steps.looking().of("cat", secretFile(name)));
        if (found.length == 0) {
            return Optional.empty();
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(found));
        char[] value = Arrays.copyOf(text.array(), text.limit());
        Arrays.fill(text.array(), '\0');
        Arrays.fill(found, (byte) 0);
        return Optional.of(value);
    }

    @Override
    public void keep(SecretName name, char[] value) {
        ByteBuffer text = ByteBuffer.allocate(value.length * MOST_BYTES_OF_A_CHARACTER);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value), text, true);
        byte[] bytes = Arrays.copyOf(text.array(), text.position());
        Arrays.fill(text.array(), (byte) 0);
        link.perform("Keeping a secret", Steps.changing().put(secretFile(name), "600", 0, bytes));
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public Optional<byte[]> remembered(TopologyName topology) {
        byte[] found =
                link.perform("Reading what was last applied", Steps.looking().of("cat", appliedFile(topology)));
        return found.length == 0 ? Optional.empty() : Optional.of(found);
    }

    @Override
    public void remember(TopologyName topology, Optional<byte[]> bytes) {
        Steps steps = Steps.changing();
        link.perform(
                "Keeping what was applied",
                bytes.map(kept -> steps.put(appliedFile(topology), "600", 0, kept))
                        .orElseGet(() -> steps.of("remove", appliedFile(topology))));
    }

    private static String appliedFile(TopologyName topology) {
        return Places.STATE + "applied/" + topology;
    }

    private static String secretFile(SecretName name) {
        return Places.STATE + "secrets/" + name;
    }

    /** Asks for the key beside something else, whose answer comes before. */
    public Steps keyed(Steps others) {
        return others.of("key");
    }

    /** Takes that answer. The key is made once and stays, so that it is asked for no more until something is to be changed. */
    public synchronized void keyIs(String text) {
        atLogin = Kept.key(text);
    }

    @Override
    public synchronized byte[] fingerprintKey(boolean create) {
        if (!create && !lock.isHeld()) {
            return atLogin.clone();
        }
        byte[] key = kept().key();
        if (key.length == 0 && create) {
            byte[] made = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(made);
            link.perform("Keeping a key", Steps.changing().put(Places.STATE + "key", "600", 0, made));
            forget();
            key = made;
        }
        return key.clone();
    }

    @Override
    public String arm(List<Address> before, Duration limit) {
        String undo = random(8);
        List<String> paths = new ArrayList<>();
        NavigableSet<String> readers = new TreeSet<>();
        before.forEach(address -> {
            paths.addAll(Places.files(address));
            paths.add(Places.noted(address));
            readers.add(Places.reader(address));
        });
        link.perform(
                "Arming the undo of " + before,
                Steps.changing()
                        .put(Places.LIB + "undo", "755", HostScripts.UNDO)
                        .put(Places.LIB + "firewall", "755", HostScripts.FIREWALL)
                        .put(Places.UNITS + "tapbot-undo.service", "644", HostScripts.UNDO_UNIT)
                        .of(
                                "arm",
                                undo,
                                Long.toString(Math.max(1, limit.toSeconds())),
                                session,
                                before.toString(),
                                String.join(" ", readers))
                        .list(paths));
        return undo;
    }

    @Override
    public List<String> armed() {
        return text(link.perform(
                        "Asking what waits to be confirmed", Steps.looking().of("armed")))
                .lines()
                .filter(name -> name.matches("[0-9a-f]{16}"))
                .toList();
    }

    @Override
    public void confirm(String undo) {
        forget();
        String said = text(link.perform("Confirming a change", Steps.changing().of("confirm", checked(undo), session)));
        switch (said.strip()) {
            case "confirmed" -> {}
            case "same" ->
                throw new OperationFailedException(
                        "A change is confirmed from a fresh session only, since the old one would go on even if nobody could log in.");
            default ->
                throw new OperationFailedException(
                        "The change can no longer be confirmed: it was taken back. Plan and apply again.");
        }
    }

    @Override
    public void revert(String undo) {
        forget();
        link.perform("Taking a change back", Steps.changing().of("revert", checked(undo)));
    }

    private static String checked(String undo) {
        if (!undo.matches("[0-9a-f]{16}")) {
            throw new OperationFailedException("There is no change of that name.");
        }
        return undo;
    }

    private static String text(byte[] said) {
        return new String(said, StandardCharsets.UTF_8);
    }

    private static String random(int bytes) {
        byte[] made = new byte[bytes];
        new SecureRandom().nextBytes(made);
        return HexFormat.of().formatHex(made);
    }

    @Override
    public void close() {
        lock.close();
    }
}
