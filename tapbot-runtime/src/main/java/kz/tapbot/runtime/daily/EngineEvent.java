package kz.tapbot.runtime.daily;

import java.time.Instant;
import kz.tapbot.model.name.Address;

/**
 * Something that happened to a thing of ours on an engine, by whomever.
 *
 * @param about the thing
 * @param at when, by the engine's clock
 * @param what in the engine's own word: {@code start}, {@code die}, {@code oom}, {@code health_status: unhealthy}
 * @param detail more of it, such as {@code exit status 137}; may be empty
 */
public record EngineEvent(Address about, Instant at, String what, String detail) {}
