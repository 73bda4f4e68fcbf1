package kz.tapbot.examples.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.runtime.resource.Resource;

/**
 * One process of the benchmark: declares, judges, lowers and plans a wide estate and writes the plan. The facts are made in the process
 * too: of bare servers, or of servers on which all is as declared.
 */
final class PlanOnce {

    private PlanOnce() {}

    /**
     * Runs once.
     *
     * @param args the number of resources, and {@code bare} or {@code same}
     */
    public static void main(String[] args) throws IOException {
        Topology topology = WideEstate.of(Integer.parseInt(args[0]));
        List<Resource> resources = Lowering.lower(topology);
        boolean same = args[1].equals("same");
        Map<ServerName, Map<Address, Observed>> found = same ? found(topology, resources) : Map.of();
        Plan plan = Planning.plan(topology, resources, found);
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(PlanText.render(plan).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<ServerName, Map<Address, Observed>> found(Topology topology, List<Resource> resources) {
        Owner owner = Owner.of(topology.name());
        Map<ServerName, Map<Address, Observed>> found = new HashMap<>();
        for (Resource resource : resources) {
            found.computeIfAbsent(resource.server(), any -> new HashMap<>())
                    .put(
                            resource.address(),
                            new Observed(resource.address(), resource.attributes(Planning.Plain.INSTANCE), owner));
        }
        return found;
    }
}
