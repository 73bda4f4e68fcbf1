package kz.tapbot.dsl.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.dsl.internal.caller.Caller;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;

/**
 * What a declaration came to.
 *
 * @param topology the topology; not complete where something was found wrong
 * @param findings what was found wrong while declaring
 * @param cut the declarations that ended early, about which nothing more is to be said
 */
public record Declared(Topology topology, List<Diagnostic> findings, Set<Address> cut) {

    /** Copies the collections. */
    public Declared {
        findings = List.copyOf(findings);
        cut = Set.copyOf(cut);
    }

    /** Runs the lambda of a whole topology. */
    public static Declared of(String name, Consumer<? super TopologySpec> body) {
        Estate estate = new Estate(name, Caller.here());
        try {
            if (new TopologyScope(estate).run(body)) {
                Completing.run(estate);
            }
            return new Declared(estate.build(), estate.findings(), estate.cut());
        } finally {
            estate.close();
        }
    }

    /** Whether a finding about the address may come from a declaration that ended early. */
    public boolean isCut(Address address) {
        for (Address each : cut) {
            boolean above = each.kind().equals("server") || each.kind().equals("service");
            if (each.equals(topology.address())
                    || each.equals(address)
                    || above && address.path().startsWith(each.path() + "/")) {
                return true;
            }
        }
        return false;
    }
}
