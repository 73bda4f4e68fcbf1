package kz.tapbot.validate.internal.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2401, TB2404 and TB2405, lesson 15: memory promised to containers exceeded the machine. */
final class Memory implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (server.size().isPresent() && !server.planned()) {
                server(findings, server, server.size().get());
            }
        }
    }

    private static void server(Findings findings, Server server, ServerSize size) {
        List<Share> shares = new ArrayList<>();
        for (Service service : server.services()) {
            if (!service.planned()) {
                service(findings, server, size, service, shares);
            }
        }
        long reserve = Reserve.memory(size);
        long promised = Share.sum(shares);
        if (promised > size.memory().bytes() - reserve) {
            Subject said = Subject.of(server.address(), server.places(), "size");
            findings.add(
                    TopologyCode.MEMORY_PROMISED,
                    said,
                    """
                    Services of {} may take {} of memory; it has {}, of which {} are kept for the system.
                    When they do, the kernel kills one of them, and it is rarely the one that took too much.{}
                    Lower limits, move a service to another server, plan it for later, or take a larger machine.
                    """,
                    said,
                    Reserve.show(promised),
                    Reserve.show(size.memory().bytes()),
                    Reserve.show(reserve),
                    Share.largest(shares, Reserve::show));
        }
    }

    private static void service(
            Findings findings, Server server, ServerSize size, Service service, List<Share> shares) {
        Address address = Address.on(server.name(), "service", service.name().value());
        Subject said = Subject.of(address, service.places(), "limits.memory", "limits");
        Optional<DataSize> limit = service.limits().memory();
        if (limit.isEmpty()) {
            findings.add(TopologyCode.MEMORY_UNLIMITED, said, """
                    {} has no memory limit.
                    If it leaks, it takes the memory of all other services of {}, and the kernel kills any of them.
                    Give it a limit:
                        .limits(l -> l.memory(mib(256)))
                    """, said, server.address());
        } else if (limit.get().compareTo(size.memory()) > 0) {
            findings.add(
                    TopologyCode.LIMIT_ABOVE_MACHINE,
                    said,
                    """
                        {} may take {} of memory, and {} has {} in all.
                        Such a limit limits nothing.
                        Lower it below what the machine has, or run the service on a larger one.
                        """,
                    said,
                    Reserve.show(limit.get().bytes()),
                    server.address(),
                    Reserve.show(size.memory().bytes()));
        } else {
            shares.add(new Share(address, limit.get().bytes()));
        }
    }
}
