package kz.tapbot.runtime.apply;

import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.event.RuntimeEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events of all threads to listeners one at a time. What a listener throws is its own affair. */
public final class Events implements EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final EventListener[] listeners;

    /** Events for these listeners. */
    public Events(EventListener... listeners) {
        this.listeners = listeners.clone();
    }

    @Override
    public synchronized void on(RuntimeEvent event) {
        for (EventListener listener : listeners) {
            try {
                listener.on(event);
            } catch (Exception e) { // checked ones too: other languages of the JVM do not announce them
                LOG.warn(
                        "An event listener failed with {}; it is ignored.",
                        e.getClass().getName());
            }
        }
    }
}
