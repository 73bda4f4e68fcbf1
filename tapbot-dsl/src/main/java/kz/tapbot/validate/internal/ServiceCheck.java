package kz.tapbot.validate.internal;

/**
 * A check that looks at one service at a time, and at the estate as a whole only for what belongs to no service. All of them look at a service while it is
 * at hand, which spares an estate's walk for each.
 */
public interface ServiceCheck extends Check {

    /** Looks at a service and tells. */
    void run(ServiceEntry entry, Estate estate, Findings findings);

    /** Looks at what belongs to no service and tells. */
    @Override
    default void run(Estate estate, Findings findings) {}
}
