package kz.tapbot.validate.internal.resources;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2403, lesson 26: a 10 GB disk was filled. What counts are expected sizes of volumes, rotated logs, swap and a reserve. */
final class Disk implements Check {

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
        for (Volume volume : server.volumes()) {
            Address address = Address.on(server.name(), "volume", volume.name().value());
            if (volume.expectedSize().isPresent()) {
                shares.add(new Share(address, volume.expectedSize().get().bytes()));
            }
        }
        if (server.swap().isPresent()) {
            shares.add(new Share("swap", server.swap().get().bytes()));
        }
        int active = 0;
        long logs = 0;
        for (Service service : server.services()) {
            if (!service.planned()) {
                active++;
                logs += logs(service.limits());
            }
        }
        if (logs > 0) {
            shares.add(new Share("logs of services", logs));
        }
        long reserve = Reserve.disk(active);
        long promised = Share.sum(shares);
        if (promised > size.disk().bytes() - reserve) {
            tell(findings, server, size.disk(), reserve, shares);
        }
    }

    private static long logs(Limits limits) {
        long file = limits.logFile().bytes();
        return file > Long.MAX_VALUE / 1_000_000_000 ? Long.MAX_VALUE / 1_000_000 : file * limits.logFiles();
    }

    private static void tell(Findings findings, Server server, DataSize disk, long reserve, List<Share> shares) {
        Subject said = Subject.of(server.address(), server.places(), "size");
        findings.add(
                TopologyCode.DISK_PROMISED,
                said,
                """
                Volumes, logs and swap of {} are expected to take {} of disk; it has {}, of which {} are kept
                for the system and the images. A full disk stops every database on it at once, and often for good.{}
                Expect less, keep fewer logs, move a service to another server, or take a larger disk.
                """,
                said,
                Reserve.show(Share.sum(shares)),
                Reserve.show(disk.bytes()),
                Reserve.show(reserve),
                Share.largest(shares, Reserve::show));
    }
}
