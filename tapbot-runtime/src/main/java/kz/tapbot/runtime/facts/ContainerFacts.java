package kz.tapbot.runtime.facts;

import java.time.Duration;
import java.util.List;

/**
 * How a container of ours is at the moment.
 *
 * @param name its name now
 * @param health how it is
 * @param image the image it runs
 * @param uptime since when it runs; zero if it does not
 * @param restarts how often the engine has started it again
 * @param lastLog the last lines of its log, bounded and without control characters
 */
public record ContainerFacts(
        String name, Health health, String image, Duration uptime, int restarts, List<String> lastLog) {

    /** Copies the lines. */
    public ContainerFacts {
        lastLog = List.copyOf(lastLog);
    }
}
