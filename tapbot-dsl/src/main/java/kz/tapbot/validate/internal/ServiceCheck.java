package kz.tapbot.validate.internal;

/** A check that looks at one service at a time. All of them look at a service while it is at hand, which spares an estate's walk for each. */
public interface ServiceCheck extends Check {

    /** Looks at a service and tells. */
    void run(ServiceEntry entry, Estate estate, Findings findings);

    @Override
    default void run(Estate estate, Findings findings) {
        for (ServiceEntry entry : estate.services()) {
            run(entry, estate, findings);
        }
    }
}
