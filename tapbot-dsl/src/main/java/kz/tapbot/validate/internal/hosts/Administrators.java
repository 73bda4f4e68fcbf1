package kz.tapbot.validate.internal.hosts;

import java.util.List;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2901, TB2903, TB2908 and TB2909, lesson 2: fail2ban banned the administrator. */
final class Administrators implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (!server.planned()) {
                server(estate, findings, server);
            }
        }
        for (AddressSet set : estate.topology().addressSets()) {
            if (set.blocks().isEmpty()) {
                Subject said = Subject.of(set.address(), set.places());
                findings.add(TopologyCode.ADDRESSES_EMPTY, said, """
                        {} holds no address.
                        What is open to it would be open to nobody, the administrators included.
                        Name the addresses:
                            t.addresses("{}", "198.51.100.7/32")
                        """, said, set.name());
            }
        }
    }

    private static void server(Estate estate, Findings findings, Server server) {
        Subject said = Subject.of(server.address(), server.places(), "administeredFrom");
        if (server.administeredFrom().isEmpty()) {
            if (server.firewall() && !opensSsh(server)) {
                findings.add(TopologyCode.LOCKED_OUT, said, """
                        {} has a firewall, and nobody's address may administer it.
                        The firewall would shut out SSH, and with it you and Tapbot.
                        Say from where it is administered:
                            .administeredFrom(t.addresses("admins", "198.51.100.7/32"))
                        """, said);
            }
            if (!server.jails().isEmpty()) {
                List<String> jails = server.jails().stream().map(Jail::name).toList();
                findings.add(TopologyCode.JAILS_WITHOUT_ADMINISTRATORS, said, """
                        {} bans addresses by the jails {}, and no address is safe from them.
                        A few wrong passwords or keys of your own, and you are shut out of your server.
                        Say from where it is administered; these addresses are never banned:
                            .administeredFrom(t.addresses("admins", "198.51.100.7/32"))
                        """, said, Detail.list(jails));
            }
        }
        for (AddressSetName set : server.administeredFrom()) {
            if (estate.isEverybody(set)) {
                Subject named =
                        Subject.of(server.address(), server.places(), "administeredFrom." + set, "administeredFrom");
                findings.add(TopologyCode.EVERYBODY_ADMINISTERS, named, """
                        {} is administered from addresses:{}, which holds every address there is.
                        So nobody is ever banned, and every admin page is open to everybody.
                        Name the addresses that you really come from; for changing ones use a link or the provider's VPN.
                        """, said, set);
            }
        }
    }

    private static boolean opensSsh(Server server) {
        Port ssh = Port.tcp(server.ssh().port());
        return server.open().stream().anyMatch(rule -> rule.port().equals(ssh));
    }
}
