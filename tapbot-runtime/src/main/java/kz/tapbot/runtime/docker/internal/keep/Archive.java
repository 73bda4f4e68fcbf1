package kz.tapbot.runtime.docker.internal.keep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files as the engine's archive calls take and give them. What is no plain file, such as a link or a pipe, is named and never followed. */
final class Archive {

    private static final long MOST_BYTES = 64L << 20;

    private Archive() {}

    /**
     * What was read.
     *
     * @param files the plain files, by path
     * @param directories the directories
     * @param odd what is neither, with what it is: links, pipes and devices
     */
    record Found(SortedMap<String, Kept> files, SortedSet<String> directories, SortedMap<String, String> odd) {

        /** Nothing. */
        static Found nothing() {
            return new Found(new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        }

        /** The same after files were put there; their bytes are copied, as whoever put them may wipe them. */
        Found with(Collection<Kept> more) {
            SortedMap<String, Kept> all = new TreeMap<>(files);
            SortedSet<String> above = new TreeSet<>(directories);
            for (Kept file : more) {
                all.put(file.path(), new Kept(file.path(), file.bytes().clone(), file.mode(), file.owner()));
                above(file.path(), above);
            }
            return new Found(all, above, odd);
        }

        private void take(String name, TarArchiveEntry entry, InputStream in) throws IOException {
            if (entry.isDirectory()) {
                directories.add(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
            } else if (entry.isSymbolicLink() || entry.isLink()) {
                odd.put(name, "a link");
            } else if (entry.isFIFO()) {
                odd.put(name, "a pipe");
            } else if (entry.isCharacterDevice() || entry.isBlockDevice()) {
                odd.put(name, "a device");
            } else {
                byte[] bytes = in.readNBytes((int) entry.getSize());
                files.put(name, new Kept(name, bytes, entry.getMode() & 0777, (int) entry.getLongUserId()));
            }
        }
    }

    /**
     * Reads files.
     *
     * @param cut what is cut off before each name
     * @param parent what is put before it then
     */
    static Found read(InputStream in, String cut, String parent) throws IOException {
        Found all = Found.nothing();
        long total = 0;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                total += entry.getSize();
                if (total > MOST_BYTES) {
                    throw new OperationFailedException("What Tapbot keeps on the engine is larger than 64 MiB.");
                }
                if (entry.getName().startsWith(cut) && entry.getName().length() > cut.length()) {
                    all.take(parent + entry.getName().substring(cut.length()), entry, tar);
                }
            }
        }
        return all;
    }

    /** Files as bytes; the directories above them are for root alone. */
    static byte[] of(Collection<Kept> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            TreeSet<String> directories = new TreeSet<>();
            files.forEach(file -> above(file.path(), directories));
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

    private static void above(String path, Set<String> into) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            into.add(path.substring(0, slash));
        }
    }
}
