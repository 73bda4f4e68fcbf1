package kz.tapbot.runtime.docker.internal.link;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.tapbot.runtime.spi.Cleaned;

/** The end of a container's log. */
public final class Logs {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_SECONDS = 10;

    private Logs() {}

    /** The last lines, bounded and made safe to show. */
    public static List<String> last(Engine engine, String id) {
        Tail tail = new Tail();
        engine.find("Reading the log", () -> {
            try (Tail reading = tail) {
                engine.client()
                        .logContainerCmd(id)
                        .withStdOut(true)
                        .withStdErr(true)
                        .withTail(Cleaned.MOST_LINES)
                        .exec(reading)
                        .awaitCompletion(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return true;
        });
        String text = tail.text();
        return text.isEmpty() ? List.of() : Cleaned.lines(text.lines().toList());
    }

    private static final class Tail extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            byte[] payload = frame.getPayload();
            out.write(payload, 0, Math.min(payload.length, Math.max(0, MOST_BYTES - out.size())));
        }

        synchronized String text() {
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
