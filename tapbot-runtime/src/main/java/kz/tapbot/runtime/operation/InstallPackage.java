package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.name.Address;

/**
 * Installs a package.
 *
 * @param address what it is for
 * @param name the package
 */
public record InstallPackage(Address address, PackageName name) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.installPackage(this);
    }

    @Override
    public String toString() {
        return "install package " + name;
    }
}
