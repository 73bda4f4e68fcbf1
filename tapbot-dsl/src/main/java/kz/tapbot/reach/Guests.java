package kz.tapbot.reach;

import java.util.Collection;
import java.util.List;
import kz.tapbot.model.net.Cidr;

/**
 * Whom a declaration lets in.
 *
 * @param everybody whether that is everybody
 * @param blocks whose addresses they have, if it is not
 * @param names what they are called
 */
record Guests(boolean everybody, List<Cidr> blocks, List<String> names) {

    static final Guests EVERYBODY = new Guests(true, List.of(), List.of());

    static Guests of(Collection<Cidr> blocks, Collection<?> names) {
        return new Guests(
                false, List.copyOf(blocks), names.stream().map(Object::toString).toList());
    }

    /** Whether somebody with an address of that family, as the caller has, is among them. */
    boolean has(Caller caller, boolean ipv6) {
        if (everybody) {
            return true;
        }
        for (Cidr block : blocks) {
            if (block.isIpv6() == ipv6 && caller.comesFrom(block)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody at all is among them, by a block larger than any that is given to one party. */
    boolean hasStrangers() {
        return everybody || blocks.stream().anyMatch(Blocks::holdsStrangers);
    }

    @Override
    public String toString() {
        return everybody ? "everybody" : String.join(", ", names);
    }
}
