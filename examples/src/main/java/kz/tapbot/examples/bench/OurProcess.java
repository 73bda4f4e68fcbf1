package kz.tapbot.examples.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Starts a main class of ours as a user would who cares for start-up: from jars, with an archive of the loaded classes. */
final class OurProcess {

    /** Planning is short, so the quick compiler alone; one thread collects little garbage faster than many. */
    static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final Path folder;
    private final String classPath;

    /** Packs the classes of this run into the folder; class data sharing works with jars only. */
    OurProcess(Path folder) throws IOException {
        this.folder = folder;
        List<String> jars = new ArrayList<>();
        for (Path entry : classPath()) {
            jars.add((Files.isDirectory(entry) ? jar(entry, folder.resolve("ours-" + jars.size() + ".jar")) : entry)
                    .toString());
        }
        this.classPath = String.join(System.getProperty("path.separator"), jars);
    }

    String java() {
        return java;
    }

    /** Makes the archive of a main class by one run of it. */
    void archive(Class<?> main, String... args) throws IOException, InterruptedException {
        Run.of(command("-XX:ArchiveClassesAtExit=" + archiveOf(main), main, args), folder, "");
    }

    /** The command of a main class whose archive is made. */
    List<String> command(Class<?> main, String... args) {
        return command("-XX:SharedArchiveFile=" + archiveOf(main), main, args);
    }

    private List<String> command(String sharing, Class<?> main, String... args) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(OPTIONS);
        command.addAll(List.of(sharing, "-cp", classPath, main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private Path archiveOf(Class<?> main) {
        return folder.resolve(main.getSimpleName() + ".jsa");
    }

    /** Maven runs a main class with a loader of its own, and says nothing in java.class.path. */
    private static List<Path> classPath() {
        if (OurProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(OurProcess::path).toList();
        }
        String separator = System.getProperty("path.separator");
        return Stream.of(System.getProperty("java.class.path").split(separator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .toList();
    }

    private static Path path(URL url) {
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}
