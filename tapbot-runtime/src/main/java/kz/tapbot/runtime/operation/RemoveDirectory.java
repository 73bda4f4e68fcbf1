package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.value.HostPath;

/**
 * Removes a directory if it is empty, and leaves it otherwise.
 *
 * @param address what it is for
 * @param path where
 */
public record RemoveDirectory(Address address, HostPath path) implements FileOperation {

    @Override
    public void performedBy(FileOperations operations) {
        operations.removeDirectory(this);
    }

    @Override
    public String toString() {
        return "remove directory " + path;
    }
}
