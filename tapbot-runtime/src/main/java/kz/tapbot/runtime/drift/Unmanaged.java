package kz.tapbot.runtime.drift;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * A thing on a server that nobody declared and that is not ours.
 *
 * @param server the server it is on
 * @param address the thing, formed as if it were ours
 * @param owner who or what it belongs to, as far as it can be told
 */
public record Unmanaged(ServerName server, Address address, String owner) {}
