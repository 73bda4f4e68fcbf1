package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.TimeZoneResource;

/**
 * Sets the time zone.
 *
 * @param address what it is for
 * @param zone the time zone
 */
public record SetTimeZone(Address address, TimeZoneResource zone) implements SystemOperation {

    @Override
    public void performedBy(SystemOperations operations) {
        operations.setTimeZone(this);
    }

    @Override
    public String toString() {
        return "set time zone " + zone.zone();
    }
}
