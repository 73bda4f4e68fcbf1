package kz.tapbot.runtime.daily;

import java.time.Instant;
import kz.tapbot.model.name.ServiceId;

/**
 * A line of a container's log.
 *
 * @param service whose container said it
 * @param at when the engine took it down
 * @param error whether it came by standard error
 * @param text the line, bounded and made safe to show
 */
public record LogLine(ServiceId service, Instant at, boolean error, String text) {}
