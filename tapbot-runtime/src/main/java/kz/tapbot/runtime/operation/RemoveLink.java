package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;

/**
 * Takes down a server's end of a link and forgets what belonged to it, but for its keys.
 *
 * @param address what it is for
 * @param name the link
 */
public record RemoveLink(Address address, LinkName name) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.removeLink(this);
    }

    @Override
    public String toString() {
        return "remove link " + name;
    }
}
