package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.DirectoryResource;

/**
 * Makes a directory or changes its mode.
 *
 * @param address what it is for
 * @param directory the directory as it shall be
 */
public record MakeDirectory(Address address, DirectoryResource directory) implements FileOperation {

    @Override
    public void performedBy(FileOperations operations) {
        operations.makeDirectory(this);
    }

    @Override
    public String toString() {
        return "make directory " + directory.path();
    }
}
