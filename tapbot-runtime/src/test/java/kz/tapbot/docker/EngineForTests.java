package kz.tapbot.docker;

import java.net.URI;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Dialers;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Docker Engine that tests tagged {@code engine} run against: {@code -Dtapbot.engine=unix:///path/docker.sock}. Without it
 * they are skipped, and fail with {@code -Dtapbot.engine.required=true}.
 */
public final class EngineForTests {

    private static final String NONE = "no Docker Engine to test with: give -Dtapbot.engine=unix:///path/docker.sock";

    private EngineForTests() {}

    /** Where the engine is. Skips the test that asks, or fails it, if there is none. */
    public static URI uri() {
        String engine = System.getProperty("tapbot.engine", "");
        if (engine.isEmpty()) {
            if (Boolean.getBoolean("tapbot.engine.required")) {
                Assertions.fail(NONE);
            }
            Assumptions.abort(NONE);
        }
        return URI.create(engine);
    }

    /** The way to the engine. Skips the test that asks, or fails it, if there is none. */
    public static Dialer dialer() {
        return Dialers.at(uri());
    }
}
