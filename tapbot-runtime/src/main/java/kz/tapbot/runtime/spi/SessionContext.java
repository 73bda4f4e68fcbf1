package kz.tapbot.runtime.spi;

import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.event.EventListener;

/**
 * What a session needs to know of the run.
 *
 * @param topology the topology whose mark is set on what is made
 * @param contents renders contents when the driver writes them
 * @param who who runs it, for locks and journals: {@code user@machine}
 * @param listener is told of how far an operation has come, from any thread
 * @param turns is told of operations that wait for each other
 */
public record SessionContext(
        TopologyName topology, Contents contents, String who, EventListener listener, Turns turns) {

    /** With nobody who has operations wait. */
    public SessionContext(TopologyName topology, Contents contents, String who, EventListener listener) {
        this(topology, contents, who, listener, Turns.NONE);
    }

    /** With nobody who listens. */
    public SessionContext(TopologyName topology, Contents contents, String who) {
        this(topology, contents, who, EventListener.NONE);
    }
}
