package kz.tapbot.runtime.docker.internal.engine;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.keep.Kept;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.mark.Labels;
import kz.tapbot.runtime.spi.Contents;

/** The files that are written for a container: they lie in the cabinet, and each is mounted where the container reads it. */
public final class ContainerFiles {

    /** The directory of the cabinet with the files of all containers. */
    public static final String DIRECTORY = "containers";

    private ContainerFiles() {}

    /** A directory that no other container has. */
    static String fresh(String container) {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return DIRECTORY + "/" + container + "." + HexFormat.of().formatHex(random);
    }

    /** Writes them. */
    static void write(Cabinet cabinet, Service service, Contents contents, String directory) {
        List<Kept> files = new ArrayList<>();
        for (ContainerFile file : service.files()) {
            byte[] bytes = contents.bytes(file.content());
            files.add(new Kept(directory + file.path(), bytes, file.mode().bits(), file.owner()));
        }
        if (!files.isEmpty()) {
            cabinet.put(files);
            files.forEach(Kept::wipe);
        }
    }

    /** What was written, by the path in the container. */
    static Map<String, Kept> read(Cabinet cabinet, String directory) {
        Map<String, Kept> files = new TreeMap<>();
        cabinet.below(directory).forEach((path, file) -> files.put(path.substring(directory.length()), file));
        return files;
    }

    /**
     * Removes what was written for containers that are not there: a run was killed after it had written the files and before it had made the container, or
     * after it had removed the container. To be called before a run writes any itself.
     */
    public static void removeOrphans(Engine engine, Cabinet cabinet) {
        SortedSet<String> all = cabinet.names(DIRECTORY);
        all.remove(DIRECTORY);
        if (all.isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>();
        ContainerList.all(engine)
                .forEach(container ->
                        used.add(StoreWork.labels(container.getLabels()).getOrDefault(Labels.FILES, "")));
        remove(
                cabinet,
                all.stream().filter(path -> !used.contains(directory(path))).toList());
    }

    /** The first two names of a path. */
    private static String directory(String path) {
        int end = path.indexOf('/', DIRECTORY.length() + 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /** Removes the files of a container that is gone. */
    static void remove(Cabinet cabinet, String directory) {
        remove(cabinet, List.copyOf(cabinet.names(directory)));
    }

    /** What is in a directory before the directory. */
    private static void remove(Cabinet cabinet, List<String> paths) {
        if (!paths.isEmpty()) {
            cabinet.remove(paths.stream().sorted(Comparator.reverseOrder()).toList());
        }
    }
}
