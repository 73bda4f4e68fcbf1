package kz.tapbot.runtime.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A secret from a command of this machine, such as a password manager's: started without a shell, with nothing to read, its error output
 * thrown away because it may hold what it was asked for.
 */
final class SecretCommand {

    private static final long LOOK_EVERY_MILLIS = 10;

    private final Duration limit;

    SecretCommand(Duration limit) {
        this.limit = limit;
    }

    SecretValue run(List<String> words) throws Unusable {
        String what = "The command \"" + words.get(0) + "\"";
        Process process = start(words, what);
        try {
            process.getOutputStream().close();
            byte[] out = output(process, what);
            int status = process.waitFor();
            if (status != 0) {
                throw new Unusable(
                        SecretCode.BAD_COMMAND,
                        what + " ended with status " + status
                                + ". Run it by hand in a terminal to see what it says; what it said "
                                + "here is not shown, because it may hold the secret.");
            }
            return SecretReader.decode(
                    out, SecretCode.BAD_COMMAND, "The output of the command \"" + words.get(0) + "\"");
        } catch (IOException e) {
            throw new Unusable(SecretCode.BAD_COMMAND, what + " closed its output before its end. Run it by hand.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable(SecretCode.BAD_COMMAND, what + " was interrupted.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> words, String what) throws Unusable {
        try {
            return new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new Unusable(
                    SecretCode.BAD_COMMAND,
                    what
                            + " cannot be started. It is run without a shell: give the program's full path, and its arguments one by one.");
        }
    }

    private byte[] output(Process process, String what) throws IOException, InterruptedException, Unusable {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream in = process.getInputStream();
        long end = System.nanoTime() + limit.toNanos();
        boolean alive = true;
        while (alive) {
            alive = !process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            for (int ready = in.available(); ready > 0; ready = in.available()) {
                out.write(in.readNBytes(ready));
                if (out.size() > SecretReader.MOST) {
                    throw new Unusable(
                            SecretCode.BAD_COMMAND,
                            what + " wrote more than 64 KiB. It must write the value and nothing else.");
                }
            }
            if (alive && System.nanoTime() - end > 0) {
                throw new Unusable(
                        SecretCode.BAD_COMMAND,
                        what + " was not done after " + limit.toSeconds()
                                + " s. It cannot ask for anything here; unlock what it needs before.");
            }
        }
        return out.toByteArray();
    }
}
