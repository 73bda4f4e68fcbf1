package kz.tapbot.runtime.docker.internal.keep;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import kz.tapbot.runtime.docker.internal.link.Commands;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.StateMissingException;
import kz.tapbot.runtime.spi.StateTamperedException;
import org.jspecify.annotations.Nullable;

/**
 * Files that Tapbot keeps on an engine, in a volume that only root of the server reaches. Read and written by the engine's archive calls; to read makes
 * nothing. While the session holds the lock nobody else writes, and what was read once is not read again. Safe to use from several threads.
 */
public final class Cabinet {

    /** The name of the container and of its volume; no service can be called so. */
    public static final String NAME = StateContainer.NAME;

    private static final String ROOT = StateContainer.ROOT;
    private static final String OF_CONTAINERS = "containers/";
    private static final Set<String> FILES =
            Set.of(EngineState.KEY, EngineManifest.FILE, EngineJournal.FILE, EngineJournal.BEFORE, EngineLock.NAME);
    private static final int MOST_ARGUMENTS = 500;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Engine engine;
    private volatile BooleanSupplier alone = () -> false;
    private volatile String mountpoint = "";
    private boolean ensured;
    private Archive.@Nullable Found seen;
    /** Whether others can have written since. */
    private boolean passed;

    private int forgotten;

    /** Of that engine; nothing is made yet. */
    public Cabinet(Engine engine) {
        this.engine = engine;
    }

    /** Tells whether nobody else writes now. */
    void aloneWhile(BooleanSupplier condition) {
        alone = condition;
    }

    /**
     * All that is kept, by path; nothing where nothing was kept yet. It may have been read before by this session: since its last {@link #forget()}, or since it
     * holds the lock.
     */
    synchronized SortedMap<String, Kept> whole() {
        return Collections.unmodifiableSortedMap(found().files());
    }

    private synchronized Archive.Found found() {
        Archive.Found all = seen;
        if (all == null || passed) {
            all = read("");
            seen = all;
            passed = false;
        }
        return all;
    }

    /** The same, to be read anew the next time if others can write meanwhile. */
    synchronized SortedMap<String, Kept> look() {
        SortedMap<String, Kept> all = whole();
        passed = !alone.getAsBoolean();
        return all;
    }

    /** One file, as it was when all was last looked at; read now if nothing was yet. */
    synchronized Optional<Kept> lastSeen(String path) {
        return Optional.ofNullable((seen == null ? found() : seen).files().get(path));
    }

    /** Reads anew the next time; how often it has forgotten by now. */
    synchronized int forget() {
        seen = null;
        return ++forgotten;
    }

    /** All that is kept below a path, by path; nothing where nothing was kept yet. */
    public SortedMap<String, Kept> below(String path) {
        Archive.Found all = alone.getAsBoolean() ? found() : read(path);
        SortedMap<String, Kept> below = new TreeMap<>(all.files());
        below.keySet().removeIf(name -> !isBelow(name, path));
        return below;
    }

    /** The names of all that is there below a path and at it, whatever it is: files, directories, links. */
    public SortedSet<String> names(String path) {
        Archive.Found all = alone.getAsBoolean() ? found() : read(path);
        SortedSet<String> names = new TreeSet<>(all.files().keySet());
        names.addAll(all.directories());
        names.addAll(all.odd().keySet());
        names.removeIf(name -> !isBelow(name, path));
        return names;
    }

    private static boolean isBelow(String name, String path) {
        return name.equals(path) || name.startsWith(path + "/");
    }

    /** One file. */
    public Optional<Kept> at(String path) {
        return Optional.ofNullable(below(path).get(path));
    }

    private Archive.Found read(String path) {
        Optional<InputStream> archive = engine.find(
                "Reading what Tapbot keeps on the engine",
                () -> engine.client()
                        .copyArchiveFromContainerCmd(NAME, ROOT + "/" + path)
                        .exec());
        if (archive.isEmpty()) {
            refuseBereft();
            return Archive.Found.nothing();
        }
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        try (InputStream in = archive.get()) {
            Archive.Found found = Archive.read(in, path.isEmpty() ? ROOT.substring(1) + "/" : "", parent);
            refuseOdd(found);
            return found;
        } catch (IOException e) {
            throw engine.lost(e);
        }
    }

    /**
     * What stands in place of a file of Tapbot's own is neither read nor written: it would lead what is read and written elsewhere. In place of a
     * container's file it is a difference, which the next update mends.
     */
    private void refuseOdd(Archive.Found found) {
        SortedMap<String, String> odd = new TreeMap<>(found.odd());
        odd.keySet().removeIf(name -> name.startsWith(OF_CONTAINERS));
        found.directories().stream().filter(FILES::contains).forEach(name -> odd.put(name, "a directory"));
        if (!odd.isEmpty()) {
            String name = odd.firstKey();
            throw new StateTamperedException(
                    "On server " + engine.server() + ", " + odd.get(name) + " stands where Tapbot keeps "
                            + Cleaned.line(name) + " in the volume " + NAME
                            + ". It is not followed, nothing is written through it, and nothing was changed. Find out who put it there, put"
                            + " the file back or remove what stands there, and run again.");
        }
    }

    /** Without what is kept, all that is ours would be taken for somebody else's; and to look makes nothing. */
    private void refuseBereft() {
        boolean bereft = StateContainer.find(engine).isEmpty()
                && engine.find(
                                "Looking for the volume " + NAME,
                                () -> engine.client().inspectVolumeCmd(NAME).exec())
                        .isPresent();
        if (bereft) {
            throw new StateMissingException("Container " + NAME + " on server " + engine.server()
                    + " was removed, and without it nobody can read what Tapbot keeps in the volume " + NAME
                    + ". To look changes nothing, so that it stays so for now: \"apply\" makes the container again and"
                    + " changes nothing else for that.");
        }
    }

    /** Keeps files; the directories above them are made for root alone. */
    public void put(Collection<Kept> files) {
        ensure();
        Optional<Archive.Found> before = known();
        int since = forget();
        byte[] archive = Archive.of(files);
        boolean done = false;
        try {
            done = engine.ask("Keeping Tapbot's own files on the engine", () -> {
                engine.client()
                        .copyArchiveToContainerCmd(NAME)
                        .withRemotePath(ROOT)
                        .withTarInputStream(new ByteArrayInputStream(archive))
                        .exec();
                return true;
            });
        } finally {
            Arrays.fill(archive, (byte) 0);
            learn(since, done ? before.map(all -> all.with(files)) : Optional.empty());
        }
    }

    private synchronized Optional<Archive.Found> known() {
        return passed || !alone.getAsBoolean() ? Optional.empty() : Optional.ofNullable(seen);
    }

    /** What there is now, if that is known and nobody in this session has written meanwhile. */
    private synchronized void learn(int since, Optional<Archive.Found> all) {
        boolean still = forgotten == since;
        forget();
        if (still) {
            seen = all.orElse(null);
        }
    }

    /** Removes files, and the directories that are empty then, in the order in which they are named. */
    public void remove(List<String> paths) {
        ensure();
        forget();
        for (int from = 0; from < paths.size(); from += MOST_ARGUMENTS) {
            List<String> command = new ArrayList<>(List.of(TinyProgram.REMOVE.path()));
            paths.subList(from, Math.min(paths.size(), from + MOST_ARGUMENTS))
                    .forEach(path -> command.add(ROOT + "/" + path));
            Commands.Result removed = Commands.run(engine, NAME, command, Optional.empty(), LIMIT);
            if (removed.status() != 0) {
                throw new OperationFailedException(
                        "Removing Tapbot's own files on the engine failed: the program for it could not be started.",
                        removed.lines());
            }
        }
        forget();
    }

    /** Where the volume is on the server, to mount single files of it. */
    public String mountpoint() {
        if (mountpoint.isEmpty()) {
            ensure();
            mountpoint = engine.ask(
                    "Looking for the volume " + NAME,
                    () -> engine.client().inspectVolumeCmd(NAME).exec().getMountpoint());
        }
        return mountpoint;
    }

    /** Makes what is missing to write, once a session. */
    synchronized void ensure() {
        if (!ensured) {
            StateContainer.ensure(engine);
            ensured = true;
        }
    }
}
