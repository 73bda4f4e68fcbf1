package kz.tapbot.runtime.memory.internal.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The blocks of addresses that networks get: from Docker's default pools unless one is asked for. */
final class Subnets {

    private final Set<String> pool = new HashSet<>();

    /** A block for a network: the one that is asked for if it overlaps no other, else the next free one. */
    String allocate(Optional<Cidr> wanted, Collection<SimNetwork> others) {
        if (wanted.isEmpty()) {
            return next();
        }
        for (SimNetwork other : others) {
            if (wanted.get().overlaps(Cidr.of(other.subnet()))) {
                throw new OperationFailedException("Making the network failed: " + wanted.get() + " overlaps "
                        + other.subnet() + " of the network " + other.made().name() + ". Choose another block.");
            }
        }
        return wanted.get().value();
    }

    void giveBack(String block) {
        pool.remove(block);
    }

    /** The default pools are 172.17.0.0/16 to 172.31.0.0/16 and 192.168.0.0/16 in /20; here in /24, so that many fit. */
    private String next() {
        for (int second = 18; second < 32; second++) {
            for (int third = 0; third < 256; third++) {
                String block = "172." + second + "." + third + ".0/24";
                if (pool.add(block)) {
                    return block;
                }
            }
        }
        throw new OperationFailedException(
                "Making the network failed: all predefined address pools have been fully subnetted.");
    }
}
