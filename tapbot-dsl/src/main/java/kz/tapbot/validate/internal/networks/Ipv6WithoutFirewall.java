package kz.tapbot.validate.internal.networks;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2205: a container with an IPv6 address has no translation before it that would hide it. */
final class Ipv6WithoutFirewall implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (server.firewall()) {
                continue;
            }
            for (Network network : server.networks()) {
                if (network.subnetIpv6().isPresent()) {
                    Address address =
                            Address.on(server.name(), "network", network.name().value());
                    Subject said = Subject.of(address, network.places(), "subnetIpv6");
                    findings.add(TopologyCode.IPV6_WITHOUT_FIREWALL, said, """
                            {} has IPv6, and {} has no firewall.
                            What its containers publish is then open over IPv6 to everybody, whatever the rules for IPv4 say.
                            Let the server keep its firewall by taking its off() away, or give the network no IPv6.
                            """, said, server.address());
                }
            }
        }
    }
}
