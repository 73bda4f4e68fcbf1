package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.SysctlResource;

/**
 * Sets a kernel setting, now and at boot.
 *
 * @param address what it is for
 * @param setting the setting
 */
public record SetSysctl(Address address, SysctlResource setting) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.setSysctl(this);
    }

    @Override
    public String toString() {
        return "set " + setting.key() + " to " + setting.value();
    }
}
