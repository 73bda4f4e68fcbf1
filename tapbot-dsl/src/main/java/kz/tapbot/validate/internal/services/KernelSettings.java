package kz.tapbot.validate.internal.services;

import java.util.List;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2313: hardening guides switch forwarding off, on which every container network stands (Docker, "Packet filtering and firewalls"). */
final class KernelSettings implements Check {

    private static final List<String> FORWARDING =
            List.of("net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding", "net/ipv4/ip_forward");

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (server.sysctl().isEmpty() || server.services().isEmpty()) {
                continue;
            }
            for (String key : FORWARDING) {
                if ("0".equals(server.sysctl().get(key))) {
                    Subject said = Subject.of(server.address(), server.places(), "sysctl." + key, "sysctl");
                    findings.add(TopologyCode.KERNEL_SETTING, said, """
                            {} sets {} to 0 and runs containers.
                            Without forwarding no packet gets from the server's network into a container or out of it.
                            Remove the setting; the firewall is what keeps strangers out.
                            """, said, key);
                }
            }
        }
    }
}
