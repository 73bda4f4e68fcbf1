package kz.tapbot.dsl;

import kz.tapbot.model.net.Port;

/** The scope of a server's firewall, which refuses what is not declared. */
public interface FirewallSpec extends Scope<FirewallSpec> {

    /** Opens a port of the server itself, for a reason; to everybody if no addresses are given. */
    FirewallSpec opens(Port port, String reason, AddressSetRef... from);

    /** Leaves the firewall of the server alone. */
    FirewallSpec off();
}
