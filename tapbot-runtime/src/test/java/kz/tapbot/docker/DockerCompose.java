package kz.tapbot.docker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The program docker-compose, if it is on the PATH. */
public final class DockerCompose {

    /** What a test says that is skipped without it. */
    public static final String NONE = "no docker-compose on the PATH to test with: install the package docker-compose";

    private DockerCompose() {}

    /** Whether it is on the PATH. */
    public static boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Path.of(folder, "docker-compose").toFile().canExecute());
    }

    /**
     * Runs it on a file and waits for its end.
     *
     * @param engine the address of the engine; empty for none
     * @return what it wrote
     * @throws AssertionError if it ends with an error
     */
    public static String run(Path file, String engine, Map<String, String> environment, String... arguments) {
        List<String> words = new ArrayList<>(List.of("docker-compose", "-f", file.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        if (!engine.isEmpty()) {
            builder.environment().put("DOCKER_HOST", engine);
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError(words + " ended with " + status + ":\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
