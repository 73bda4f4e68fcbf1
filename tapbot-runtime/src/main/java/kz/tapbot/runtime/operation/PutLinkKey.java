package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.LinkKeyResource;

/**
 * Makes a key for a link on the server, and tells its public half to the run; one that was made there stays.
 *
 * @param address what it is for
 * @param key which
 */
public record PutLinkKey(Address address, LinkKeyResource key) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.putLinkKey(this);
    }

    @Override
    public String toString() {
        return "make key " + key.number() + " for link " + key.link();
    }
}
