package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.LinkResource;

/**
 * Brings a server's end of a link into the state it shall be in, with the public keys that the run knows; what passes over it is not interrupted but
 * by other keys.
 *
 * @param address what it is for
 * @param link the link as it shall be
 */
public record PutLink(Address address, LinkResource link) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.putLink(this);
    }

    @Override
    public String toString() {
        return "set link " + link.name();
    }
}
