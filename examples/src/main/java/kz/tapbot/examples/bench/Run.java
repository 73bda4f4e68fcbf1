package kz.tapbot.examples.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One whole process, from its start to its end.
 *
 * @param seconds of wall time
 * @param mebibytes of memory at the peak; 0 where the system does not tell (it is read from /proc, so Linux only)
 */
record Run(double seconds, double mebibytes) {

    private static final String ERRORS = "errors.txt";

    /** How often the peak is looked up: the kernel keeps it, so only growth within a process's last moment is missed. */
    private static final int LOOK_MILLIS = 4;

    /**
     * Runs a command to its end.
     *
     * @param expected what its output has to say, so that no failed run is taken for a fast one
     */
    static Run of(List<String> command, Path folder, String expected) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = builder(command, folder).redirectOutput(output.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double peak = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
        }
        double seconds = seconds(start);
        String said = Files.readString(output);
        if (process.exitValue() != 0 || !said.contains(expected)) {
            String errors = Files.readString(folder.resolve(ERRORS));
            throw new IllegalStateException("Failed, or does not say \"" + expected + "\": " + String.join(" ", command)
                    + "\n" + (errors.isBlank() ? said : errors));
        }
        return new Run(seconds, peak);
    }

    /** The seconds until a command has written its first line; it is then left to run to its end. */
    static double toFirstLine(List<String> command, Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder(command, folder).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            String first = lines.readLine();
            double seconds = seconds(start);
            if (first == null) {
                throw new IllegalStateException("Writes no line: " + String.join(" ", command));
            }
            while (lines.readLine() != null) {
                // to the end, so that the process is not stopped by a closed pipe
            }
            process.waitFor();
            return seconds;
        }
    }

    private static ProcessBuilder builder(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve(ERRORS).toFile());
        // Terraform would ask its maker for a newer version, which is no part of a plan.
        builder.environment().putAll(Map.of("CHECKPOINT_DISABLE", "1", "TF_IN_AUTOMATION", "1"));
        return builder;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double peak(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            return 0; // it has just ended, or this is not Linux
        }
        return 0;
    }
}
