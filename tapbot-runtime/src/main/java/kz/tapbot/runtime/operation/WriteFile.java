package kz.tapbot.runtime.operation;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.resource.FileResource;

/**
 * Writes a file whole: aside first, then swapped in, so that it is never half written.
 *
 * @param address what it is for
 * @param file the file as it shall be
 */
public record WriteFile(Address address, FileResource file) implements FileOperation {

    @Override
    public void performedBy(FileOperations operations) {
        operations.writeFile(this);
    }

    @Override
    public String toString() {
        return "write file " + file.path();
    }
}
