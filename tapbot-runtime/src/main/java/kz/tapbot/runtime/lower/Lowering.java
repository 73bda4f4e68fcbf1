package kz.tapbot.runtime.lower;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.resource.Resource;

/**
 * Turns a topology into the resources that shall be on its servers. Pure, and the same topology gives the same list. Planned servers and
 * services are left out. What is declared but not brought about yet (backups) is named in {@code docs/planning.md}.
 */
public final class Lowering {

    private Lowering() {}

    /** Everything that shall be on the servers, server by server, and what is required before what requires it. */
    public static List<Resource> lower(Topology topology) {
        Estate estate = new Estate(topology);
        List<Resource> resources = new ArrayList<>();
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                lower(new Site(estate, server, resources));
            }
        }
        return resources;
    }

    private static void lower(Site site) {
        SystemLowering.lower(site);
        PeopleLowering.lower(site);
        FirewallLowering.lower(site);
        LinkLowering.lower(site);
        AccessLowering.lower(site);
        HostServiceLowering.lower(site);
        EngineLowering.lower(site);
        ContainerLowering.lower(site);
    }
}
