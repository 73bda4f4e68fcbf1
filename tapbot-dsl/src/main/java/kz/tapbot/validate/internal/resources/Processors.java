package kz.tapbot.validate.internal.resources;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2402 and TB2405: the engine refuses one limit above the machine; their sum is no mistake, only slower when all work at once. */
final class Processors implements Check {

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
            Optional<Cpus> limit =
                    service.planned() ? Optional.empty() : service.limits().cpus();
            if (limit.isPresent()) {
                Address address =
                        Address.on(server.name(), "service", service.name().value());
                if (limit.get().compareTo(size.cpus()) > 0) {
                    Subject said = Subject.of(address, service.places(), "limits.cpus", "limits");
                    findings.add(
                            TopologyCode.LIMIT_ABOVE_MACHINE,
                            said,
                            """
                            {} may take {} CPUs, and {} has {}.
                            The engine refuses to create such a container.
                            Lower the limit to what the machine has:
                                .limits(l -> l.cpus(Cpus.of("{}")))
                            """,
                            said,
                            limit.get(),
                            server.address(),
                            size.cpus(),
                            size.cpus());
                } else {
                    shares.add(new Share(address, limit.get().millis()));
                }
            }
        }
        long promised = Share.sum(shares);
        if (promised > size.cpus().millis()) {
            Subject said = Subject.of(server.address(), server.places(), "size");
            findings.add(
                    TopologyCode.CPU_PROMISED,
                    said,
                    """
                    Services of {} may take {} CPUs together; it has {}.
                    This works, since they seldom all work at once; when they do, each gets less than its limit.{}
                    Lower limits if one of them must never wait.
                    """,
                    said,
                    cores(promised),
                    size.cpus(),
                    Share.largest(shares, Processors::cores));
        }
    }

    private static String cores(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }
}
