package kz.tapbot.validate.internal;

/**
 * One way in which a topology can be wrong. A check is stateless and pure: it looks at the estate and tells what it finds, all of
 * it, in time that grows no faster than the estate.
 */
public interface Check {

    /** Looks and tells. */
    void run(Estate estate, Findings findings);
}
