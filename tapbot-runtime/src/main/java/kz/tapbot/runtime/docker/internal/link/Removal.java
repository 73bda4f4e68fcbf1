package kz.tapbot.runtime.docker.internal.link;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Removes containers, and returns when they are gone: the engine may be removing one itself at that moment, and refuses to be asked twice. */
public final class Removal {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Removal() {}

    /**
     * Removes a container, running or not; its volumes stay. Nothing happens if it is gone.
     *
     * @param doing what for, as the beginning of a sentence
     * @throws OperationFailedException if it is not gone after half a minute
     */
    public static void of(Engine engine, String id, String doing) {
        if (!engine.ask(doing, () -> isGone(engine.client(), id))) {
            throw new OperationFailedException(
                    doing + " failed: the engine has not removed it within " + LIMIT.toSeconds() + " s.");
        }
    }

    /** The same by a client alone: whether it is gone at last. */
    public static boolean isGone(DockerClient client, String id) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < LIMIT.toNanos()) {
            try {
                client.removeContainerCmd(id).withForce(true).exec();
                return true;
            } catch (NotFoundException e) {
                return true;
            } catch (ConflictException e) {
                if (!pause()) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
