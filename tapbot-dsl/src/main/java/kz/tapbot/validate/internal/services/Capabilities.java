package kz.tapbot.validate.internal.services;

import java.util.EnumSet;
import java.util.Set;
import kz.tapbot.model.service.Capability;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2306 and TB2307: what capabilities(7) say of these is that they are, or lead to, root on the server. */
final class Capabilities implements ServiceCheck {

    private static final Set<Capability> ROOT = EnumSet.of(
            Capability.ALL,
            Capability.SYS_ADMIN,
            Capability.SYS_MODULE,
            Capability.SYS_RAWIO,
            Capability.SYS_BOOT,
            Capability.MAC_ADMIN,
            Capability.BPF);

    private static final Set<Capability> STRONG = EnumSet.of(
            Capability.SYS_PTRACE,
            Capability.DAC_READ_SEARCH,
            Capability.NET_ADMIN,
            Capability.SYS_TIME,
            Capability.SYSLOG,
            Capability.PERFMON);

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Capability name : entry.service().confinement().addedCapabilities()) {
            if (ROOT.contains(name)) {
                findings.add(
                        TopologyCode.CAPABILITY_ROOT,
                        entry.at("confinement.addedCapabilities", "confinement"),
                        """
                        {} is given the capability {}.
                        With it a process in the container can become root on the server; the container confines it no more.
                        Give back only what the program needs, and drop the rest:
                            .confinement(c -> c.drops(Capability.ALL).adds(Capability.NET_BIND_SERVICE))
                        """,
                        entry.address(),
                        name);
            } else if (STRONG.contains(name)) {
                findings.add(
                        TopologyCode.CAPABILITY_STRONG,
                        entry.at("confinement.addedCapabilities", "confinement"),
                        """
                        {} is given the capability {}.
                        With it a process in the container reaches beyond it: other processes, files or networks of the server.
                        Check that the program really needs it, and that nobody from outside reaches the program.
                        """,
                        entry.address(),
                        name);
            }
        }
    }
}
