package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.value.HostPath;

/**
 * Removes a file.
 *
 * @param address what it is for
 * @param path where
 */
public record RemoveFile(Address address, HostPath path) implements FileOperation {

    @Override
    public void performedBy(FileOperations operations) {
        operations.removeFile(this);
    }

    @Override
    public String toString() {
        return "remove file " + path;
    }
}
