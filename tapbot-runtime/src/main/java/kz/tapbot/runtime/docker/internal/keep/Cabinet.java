package kz.tapbot.runtime.docker.internal.keep;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.RestartPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Files that Tapbot keeps on an engine: a volume that only root of the server reaches, held by a small container that always runs, so that no clean-up takes
 * the volume for unused. Read and written by the engine's archive calls. Safe to use from several threads.
 */
public final class Cabinet {

    /** The name of the container and of its volume; no service can be called so. */
    public static final String NAME = "tapbot-state";

    private static final String ROOT = "state";
    private static final long MOST_BYTES = 64L << 20;

    private final Engine engine;
    private volatile String mountpoint = "";

    /** Of that engine; nothing is made yet. */
    public Cabinet(Engine engine) {
        this.engine = engine;
    }

    /** All that is kept below a path, by path; nothing where nothing was kept yet. */
    public SortedMap<String, Kept> below(String path) {
        Optional<InputStream> archive = archive(path);
        if (archive.isEmpty() && isBereft()) {
            ensure();
            archive = archive(path);
        }
        if (archive.isEmpty()) {
            return Collections.emptySortedMap();
        }
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive.get())) {
            return read(tar, path.isEmpty() ? "" : parent, path.isEmpty());
        } catch (IOException e) {
            throw engine.lost(e);
        }
    }

    private Optional<InputStream> archive(String path) {
        return engine.find(
                "Reading what Tapbot keeps on the engine",
                () -> engine.client()
                        .copyArchiveFromContainerCmd(NAME, "/" + ROOT + "/" + path)
                        .exec());
    }

    /**
     * Whether the volume is there and nobody holds it, because somebody removed the container. It is made again then, even to read: without what is kept, all that
     * is ours would be taken for somebody else's.
     */
    private boolean isBereft() {
        return engine.find(
                                "Looking for " + NAME,
                                () -> engine.client().inspectContainerCmd(NAME).exec())
                        .isEmpty()
                && engine.find(
                                "Looking for the volume " + NAME,
                                () -> engine.client().inspectVolumeCmd(NAME).exec())
                        .isPresent();
    }

    private static SortedMap<String, Kept> read(TarArchiveInputStream tar, String parent, boolean root)
            throws IOException {
        SortedMap<String, Kept> all = new TreeMap<>();
        long total = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            total += entry.getSize();
            if (total > MOST_BYTES) {
                throw new OperationFailedException("What Tapbot keeps on the engine is larger than 64 MiB.");
            }
            if (entry.isFile()) {
                String name = root ? entry.getName().substring(ROOT.length() + 1) : parent + entry.getName();
                byte[] bytes = tar.readNBytes((int) entry.getSize());
                all.put(name, new Kept(name, bytes, entry.getMode() & 0777, (int) entry.getLongUserId()));
            }
        }
        return all;
    }

    /** One file. */
    public Optional<Kept> at(String path) {
        return Optional.ofNullable(below(path).get(path));
    }

    /** Keeps files; the directories above them are made for root alone. */
    public void put(Collection<Kept> files) {
        ensure();
        byte[] archive = archive(files);
        engine.ask("Keeping Tapbot's own files on the engine", () -> {
            engine.client()
                    .copyArchiveToContainerCmd(NAME)
                    .withRemotePath("/" + ROOT)
                    .withTarInputStream(new ByteArrayInputStream(archive))
                    .exec();
            return true;
        });
        java.util.Arrays.fill(archive, (byte) 0);
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

    private void ensure() {
        Optional<InspectContainerResponse> found = engine.find(
                "Looking for " + NAME,
                () -> engine.client().inspectContainerCmd(NAME).exec());
        if (found.isPresent() && Boolean.TRUE.equals(found.get().getState().getRunning())) {
            return;
        }
        if (found.isEmpty()) {
            HelperImage.ensure(engine);
            engine.ask(
                    "Making the volume " + NAME,
                    () -> engine.client().createVolumeCmd().withName(NAME).exec());
            engine.claim("Making the container " + NAME, this::create);
        }
        engine.bring(
                "Starting the container " + NAME,
                () -> engine.client().startContainerCmd(NAME).exec());
    }

    private void create() {
        Mount volume = new Mount().withType(MountType.VOLUME).withSource(NAME).withTarget("/" + ROOT);
        engine.client()
                .createContainerCmd(HelperImage.REFERENCE)
                .withName(NAME)
                .withEntrypoint(TinyProgram.HOLD.path())
                .withStdinOpen(true)
                .withLabels(Map.of("tapbot.role", "state"))
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode("none")
                        .withMounts(List.of(volume))
                        .withReadonlyRootfs(true)
                        .withRestartPolicy(RestartPolicy.alwaysRestart()))
                .exec();
    }

    private static byte[] archive(Collection<Kept> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            TreeSet<String> directories = new TreeSet<>();
            files.forEach(file -> directories(file.path(), directories));
            for (String directory : directories) {
                TarArchiveEntry entry = new TarArchiveEntry(directory + "/");
                entry.setMode(040700);
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            for (Kept file : files) {
                TarArchiveEntry entry = new TarArchiveEntry(file.path());
                entry.setMode(0100000 | file.mode());
                entry.setIds(file.owner(), file.owner());
                entry.setSize(file.bytes().length);
                tar.putArchiveEntry(entry);
                tar.write(file.bytes());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void directories(String path, Set<String> into) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            into.add(path.substring(0, slash));
        }
    }
}
