package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.name.Address;

/**
 * Removes a package that Tapbot installed.
 *
 * @param address what it is for
 * @param name the package
 */
public record RemovePackage(Address address, PackageName name) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.removePackage(this);
    }

    @Override
    public String toString() {
        return "remove package " + name;
    }
}
