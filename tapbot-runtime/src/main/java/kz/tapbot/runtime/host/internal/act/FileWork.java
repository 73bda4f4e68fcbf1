package kz.tapbot.runtime.host.internal.act;

import java.util.Arrays;
import java.util.Collections;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.value.FileMode;
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
        bench.inTurnBesidePackages(() -> write(operation.file()));
    }

    private void write(FileResource file) {
        String path = file.path().value();
        bench.refuseOthers(file.address());
        boolean mayBeForeign =
                !bench.ours(file.address()) && file.requires().stream().noneMatch(this::isOurPackage);
        bench.keyed();
        byte[] bytes = bench.contents().bytes(file.content());
        bench.bringUnlessForeign(
                bench.entry(file, true, file.content().secrets(), Collections.emptySortedMap()),
                "Writing " + path,
                steps -> {
                    if (mayBeForeign) {
                        steps.of("unless_there", path);
                    }
                },
                steps -> steps.put(path, file.mode().toString(), file.owner(), bytes));
        Arrays.fill(bytes, (byte) 0);
    }

    /** What a package of ours brings is its default, which is not there yet when a plan for a bare server is made. */
    private boolean isOurPackage(Address required) {
        return required.kind().equals("package") && bench.ours(required);
    }

    @Override
    public void removeFile(RemoveFile operation) {
        String path = operation.path().value();
        bench.inTurnBesidePackages(
                () -> bench.take(operation.address(), "Removing " + path, steps -> steps.of("remove", path)));
    }

    @Override
    public void makeDirectory(MakeDirectory operation) {
        bench.inTurnBesidePackages(() -> make(operation.directory()));
    }

    private void make(DirectoryResource directory) {
        String path = directory.path().value();
        bench.refuseOthers(directory.address());
        String found = bench.ask("stat", path);
        if (!found.isEmpty() && !found.startsWith("directory " + bits(directory.mode()) + " ")) {
            if (!bench.ours(directory.address())) {
                throw bench.foreign(directory.address());
            }
        }
        bench.keyed();
        boolean made = found.isEmpty() || bench.made(directory.address());
        bench.bring(
                bench.entry(directory, made, Collections.emptySortedSet(), Collections.emptySortedMap()),
                "Making the directory " + path,
                steps -> steps.of("mkdir", path, directory.mode().toString()));
    }

    /** As stat(1) shows them, without zeros before. */
    private static String bits(FileMode mode) {
        return Integer.toOctalString(mode.bits());
    }

    @Override
    public void removeDirectory(RemoveDirectory operation) {
        String path = operation.path().value();
        bench.inTurnBesidePackages(() -> bench.take(operation.address(), "Removing the directory " + path, steps -> {
            if (bench.made(operation.address())) {
                steps.of("rmdir", path);
            }
        }));
    }
}
