package kz.tapbot.model.service;

/** When the engine starts a container again by itself. */
public enum RestartPolicy {
    /** Never. */
    NO,
    /** When it ended with an error. */
    ON_FAILURE,
    /** Always. */
    ALWAYS,
    /** Always, unless it was stopped by hand. */
    UNLESS_STOPPED
}
