package kz.tapbot.runtime.memory.internal.engine;

import java.util.Optional;
import kz.tapbot.runtime.ownership.Mark;
import kz.tapbot.runtime.resource.NetworkResource;

/**
 * A network of a simulated engine.
 *
 * @param made as it was asked for
 * @param subnet the block that it was given
 * @param mark whose it is, if it says so
 */
public record SimNetwork(NetworkResource made, String subnet, Optional<Mark> mark) {}
