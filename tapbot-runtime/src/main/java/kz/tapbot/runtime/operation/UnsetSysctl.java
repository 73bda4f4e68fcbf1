package kz.tapbot.runtime.operation;

import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.name.Address;

/**
 * Leaves a kernel setting to the system again.
 *
 * @param address what it is for
 * @param key the setting
 */
public record UnsetSysctl(Address address, SysctlKey key) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.unsetSysctl(this);
    }

    @Override
    public String toString() {
        return "unset sysctl " + key;
    }
}
