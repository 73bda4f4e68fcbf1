package kz.tapbot.runtime.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.lab.ClassPath;

/**
 * A JVM of its own, when it has ended.
 *
 * @param status its exit status
 * @param said all it wrote
 */
public record ChildJvm(int status, String said) {

    /** Runs {@link KilledRun} to its end. */
    static ChildJvm run(KilledRun.Undertaking what, int point, String... options) throws Exception {
        return run(
                KilledRun.class,
                List.of(options),
                EngineForTests.uri().toString(),
                what.name(),
                Integer.toString(point));
    }

    /** Runs a program to its end. */
    public static ChildJvm run(Class<?> program, List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", ClassPath.ofThisProcess(), program.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ChildJvm(process.waitFor(), said);
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }
}
