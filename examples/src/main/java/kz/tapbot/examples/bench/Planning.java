package kz.tapbot.examples.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.Planner;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.Resource;

/** Plans without a driver: on bare servers, or on servers with given things on them. */
final class Planning {

    private Planning() {}

    static Plan plan(Topology topology, List<Resource> resources) {
        return plan(topology, resources, Map.of());
    }

    static Plan plan(Topology topology, List<Resource> resources, Map<ServerName, Map<Address, Observed>> found) {
        Map<ServerName, Fingerprints> fingerprints = new HashMap<>();
        List<ServerFacts> facts = new ArrayList<>();
        for (Server server : topology.servers()) {
            fingerprints.put(server.name(), Plain.INSTANCE);
            facts.add(ServerFacts.builder()
                    .server(server.name())
                    .system("simulated")
                    .things(found.getOrDefault(server.name(), Map.of()))
                    .build());
        }
        return Planner.plan(topology.name(), resources, facts, fingerprints, PlanOptions.STANDARD);
    }

    /** Fingerprints that are the contents themselves: there are no secrets here. */
    enum Plain implements Fingerprints {
        INSTANCE;

        @Override
        public String of(Content content) {
            return content.redacted();
        }

        @Override
        public String of(EnvironmentValue value) {
            return value.text().orElse("secret");
        }
    }
}
