package kz.tapbot.runtime.compose;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.compose.internal.write.ServerExport;
import kz.tapbot.runtime.compose.result.Exported;

/** Renders servers as Compose files with equal behaviour. Pure: the same topology gives the same files. */
public final class ComposeExport {

    private ComposeExport() {}

    /** Every server that is not only planned, in the order of their names. */
    public static List<Exported> of(Topology topology) {
        List<Exported> all = new ArrayList<>();
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                all.add(of(topology, server));
            }
        }
        return all;
    }

    /** One server of the topology. */
    public static Exported of(Topology topology, Server server) {
        return new ServerExport(topology, server).exported();
    }
}
