package kz.tapbot.runtime.operation;

/**
 * Performs operations on files and directories of a server: one method a kind, so that a new kind does not compile until every driver knows it. Each method is
 * safe to repeat, returns when the effect is there, and throws {@code kz.tapbot.runtime.spi.OperationFailedException} when it is not.
 */
public interface FileOperations {

    /** Writes a file whole: aside first, then swapped in, so that it is never half written. */
    void writeFile(WriteFile operation);

    /** Removes a file. */
    void removeFile(RemoveFile operation);

    /** Makes a directory or changes its mode. */
    void makeDirectory(MakeDirectory operation);

    /** Removes a directory if it is empty, and leaves it otherwise. */
    void removeDirectory(RemoveDirectory operation);
}
