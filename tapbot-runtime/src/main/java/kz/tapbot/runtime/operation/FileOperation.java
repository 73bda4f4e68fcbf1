package kz.tapbot.runtime.operation;

/** An operation on files and directories of a server. */
public sealed interface FileOperation extends Operation permits WriteFile, RemoveFile, MakeDirectory, RemoveDirectory {

    /** Has the operation performed by whoever can. */
    void performedBy(FileOperations operations);
}
