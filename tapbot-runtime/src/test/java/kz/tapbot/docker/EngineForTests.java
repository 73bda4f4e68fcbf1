package kz.tapbot.docker;

import java.net.URI;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Dialers;

/**
 * The Docker Engine that classes marked {@link OnEngine} run against: {@code -Dtapbot.engine=unix:///path/docker.sock}. Without it
 * they are skipped, and fail with {@code -Dtapbot.engine.required=true}. Where several processes share them out, {@code {fork}} is the number of this one.
 */
public final class EngineForTests {

    static final String NONE = "no Docker Engine to test with: give -Dtapbot.engine=unix:///path/docker.sock";

    private EngineForTests() {}

    static boolean isThere() {
        return !System.getProperty("tapbot.engine", "").isEmpty();
    }

    static boolean isRequired() {
        return Boolean.getBoolean("tapbot.engine.required");
    }

    /**
     * Where the engine is.
     *
     * @throws IllegalStateException if there is none
     */
    public static URI uri() {
        if (!isThere()) {
            throw new IllegalStateException(NONE);
        }
        return URI.create(
                System.getProperty("tapbot.engine").replace("{fork}", System.getProperty("tapbot.fork", "1")));
    }

    /**
     * The way to the engine.
     *
     * @throws IllegalStateException if there is none
     */
    public static Dialer dialer() {
        return Dialers.at(uri());
    }
}
