package kz.tapbot.runtime.memory.internal.act;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Contents;
import kz.tapbot.runtime.spi.SessionContext;

/**
 * What every operation works with.
 *
 * @param machine the server
 * @param context the run
 * @param guard what lets operations have their effect
 */
public record Bench(Machine machine, SessionContext context, Guard guard) {

    Host host() {
        return machine.host();
    }

    TopologyName topology() {
        return context.topology();
    }

    Contents contents() {
        return context.contents();
    }

    /** Whether a thing of the host is ours. */
    boolean ours(Address address) {
        return machine.ownership().isOf(topology(), address, Optional.empty());
    }

    /** Notes that a thing is ours, as we wrote it. */
    void claim(Resource resource) {
        machine.ownership().claim(topology(), resource.address(), Optional.of(resource));
    }

    /** Refuses what is there and somebody else's. */
    void refuse(Address address, boolean exists) {
        machine.ownership().refuseOthers(topology(), address);
        if (exists) {
            machine.ownership().refuseForeign(topology(), address, Optional.empty());
        }
    }

    /** Refuses what another topology has. */
    void refuseOthers(Address address) {
        machine.ownership().refuseOthers(topology(), address);
    }

    /** Whether we made the thing and did not only take it over. */
    boolean made(Address address) {
        return machine.manifest().at(address).flatMap(entry -> entry.written()).isPresent();
    }

    /** Forgets that a thing is ours. */
    void forget(Address address) {
        machine.manifest().remove(address);
    }
}
