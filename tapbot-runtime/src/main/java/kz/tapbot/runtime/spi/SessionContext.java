package kz.tapbot.runtime.spi;

import kz.tapbot.model.name.TopologyName;

/**
 * What a session needs to know of the run.
 *
 * @param topology the topology whose mark is set on what is made
 * @param contents renders contents when the driver writes them
 * @param who who runs it, for locks and journals: {@code user@machine}
 */
public record SessionContext(TopologyName topology, Contents contents, String who) {}
