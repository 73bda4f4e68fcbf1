package kz.tapbot.runtime.fleet;

import java.util.Optional;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.spi.LockHolder;

/**
 * How a server is.
 *
 * @param server the server
 * @param facts what was found, if it was reached
 * @param usage what its containers use, as far as it can be told
 * @param holder who holds its lock, if anybody does
 * @param unreachable why it was not reached, if it was not
 */
public record ServerStatus(
        ServerName server,
        Optional<ServerFacts> facts,
        ServerUsage usage,
        Optional<LockHolder> holder,
        Optional<String> unreachable) {}
