package kz.tapbot.runtime.docker.internal.engine;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.keep.Kept;
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
     * Empties what was written for containers that are not there: a run was killed after it had written the files and before it had made the container, or
     * after it had removed the container. To be called before a run writes any itself.
     */
    public static void wipeOrphans(Engine engine, Cabinet cabinet) {
        SortedMap<String, Kept> all = cabinet.below(DIRECTORY);
        if (all.values().stream().allMatch(file -> file.bytes().length == 0)) {
            return;
        }
        Set<String> used = new HashSet<>();
        engine.ask(
                        "Listing containers",
                        () -> engine.client()
                                .listContainersCmd()
                                .withShowAll(true)
                                .exec())
                .forEach(container ->
                        used.add(StoreWork.labels(container.getLabels()).getOrDefault(Labels.FILES, "")));
        List<Kept> emptied = all.values().stream()
                .filter(file -> file.bytes().length > 0 && !used.contains(directory(file.path())))
                .map(file -> Kept.ofRoot(file.path(), new byte[0]))
                .toList();
        if (!emptied.isEmpty()) {
            cabinet.put(emptied);
        }
    }

    /** The first two names of a path. */
    private static String directory(String path) {
        int end = path.indexOf('/', DIRECTORY.length() + 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /** Empties the files of a container that is gone. The engine has no call that removes a file. */
    static void wipe(Cabinet cabinet, String directory) {
        List<Kept> emptied = cabinet.below(directory).values().stream()
                .map(file -> Kept.ofRoot(file.path(), new byte[0]))
                .toList();
        if (!emptied.isEmpty()) {
            cabinet.put(emptied);
        }
    }
}
