package kz.tapbot.validate.internal.hosts;

import java.util.Collection;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshJump;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2911: sshd sees the machine that is logged in to first. Of one known by a host name alone nobody can say where it comes from. */
final class Jumps implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (!server.planned() && server.firewall() && server.ssh().jump().isPresent()) {
                SshJump jump = server.ssh().jump().get();
                if (jump.host().ip().isPresent()
                        && !letsIn(estate, server, jump.host().ip().get())) {
                    tell(findings, server, jump);
                }
            }
        }
    }

    private static boolean letsIn(Estate estate, Server server, IpAddress from) {
        Port ssh = Port.tcp(server.ssh().port());
        return holds(estate, server.administeredFrom(), from)
                || server.open().stream()
                        .filter(rule -> rule.port().equals(ssh))
                        .anyMatch(rule -> rule.from().isEmpty() || holds(estate, rule.from(), from));
    }

    private static boolean holds(Estate estate, Collection<AddressSetName> sets, IpAddress address) {
        return sets.stream()
                .flatMap(name -> estate.addressSet(name).stream())
                .flatMap(set -> set.blocks().stream())
                .anyMatch(block -> block.contains(address));
    }

    private static void tell(Findings findings, Server server, SshJump jump) {
        Subject said = Subject.of(server.address(), server.places(), "ssh.jump", "ssh");
        findings.add(TopologyCode.JUMP_SHUT_OUT, said, """
                {} is reached through {}, and its firewall does not let that machine in.
                sshd sees the address of that machine, not yours: you and Tapbot would be shut out.
                Name it among the addresses that administer the server:
                    t.addresses("admins", "198.51.100.7/32", "{}")
                """, server.address(), jump.host(), jump.host());
    }
}
