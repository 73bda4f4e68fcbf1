package kz.tapbot.runtime.memory.internal.act;

import java.util.Arrays;
import java.util.Optional;
import kz.tapbot.runtime.memory.internal.host.FileSystem;
import kz.tapbot.runtime.memory.internal.host.Node;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.MakeDirectory;
import kz.tapbot.runtime.operation.RemoveDirectory;
import kz.tapbot.runtime.operation.RemoveFile;
import kz.tapbot.runtime.operation.WriteFile;
import kz.tapbot.runtime.resource.DirectoryResource;
import kz.tapbot.runtime.resource.FileResource;

/** Operations on files and directories. */
public final class FileWork implements FileOperations {

    private final Bench bench;

    /** With that bench. */
    public FileWork(Bench bench) {
        this.bench = bench;
    }

    @Override
    public void writeFile(WriteFile operation) {
        bench.guard().perform(operation, () -> write(operation.file()));
    }

    private void write(FileResource file) {
        String path = file.path().value();
        bench.refuse(file.address(), files().at(path).isPresent());
        byte[] bytes = bench.contents().bytes(file.content());
        files().write(
                        path,
                        bytes,
                        file.mode().bits(),
                        file.owner(),
                        file.content().redacted());
        Arrays.fill(bytes, (byte) 0);
        bench.claim(file);
    }

    @Override
    public void removeFile(RemoveFile operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                files().remove(operation.path().value());
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void makeDirectory(MakeDirectory operation) {
        bench.guard().perform(operation, () -> make(operation.directory()));
    }

    private void make(DirectoryResource directory) {
        String path = directory.path().value();
        Optional<Node> found = files().at(path);
        boolean same = found.isPresent()
                && found.get().kind() == Node.Kind.DIRECTORY
                && found.get().mode() == directory.mode().bits();
        bench.refuse(directory.address(), found.isPresent() && !same);
        files().makeDirectory(path, directory.mode().bits());
        if (found.isEmpty() || bench.made(directory.address())) {
            bench.claim(directory);
        } else {
            bench.machine().ownership().claim(bench.topology(), directory.address(), Optional.empty());
        }
    }

    @Override
    public void removeDirectory(RemoveDirectory operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                if (bench.made(operation.address())) {
                    files().removeIfEmpty(operation.path().value());
                }
                bench.forget(operation.address());
            }
        });
    }

    private FileSystem files() {
        return bench.host().files();
    }
}
