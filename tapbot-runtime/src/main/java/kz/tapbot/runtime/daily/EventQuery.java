package kz.tapbot.runtime.daily;

/**
 * Which events are wanted.
 *
 * @param follow whether to go on with what comes
 * @param since from when on
 */
public record EventQuery(boolean follow, Since since) {}
