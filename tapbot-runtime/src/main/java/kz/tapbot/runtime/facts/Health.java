package kz.tapbot.runtime.facts;

/** How a container is. */
public enum Health {
    /** It runs and its check says that it works, or it has no check. */
    HEALTHY,
    /** It runs and its check has not decided yet. */
    STARTING,
    /** It runs and its check says that it does not work. */
    UNHEALTHY,
    /** It does not run. */
    STOPPED
}
