package kz.tapbot.runtime.host.internal.act;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.operation.InstallPackage;
import kz.tapbot.runtime.operation.RemovePackage;
import kz.tapbot.runtime.resource.PackageResource;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.jspecify.annotations.Nullable;

/** Packages. Whatever waits to be installed while something else is at work is installed in one go, since most of the time is apt's own. */
final class PackageWork {

    /** What apt says when it has waited for its lock in vain. */
    private static final String LOCKED = "E: Could not get lock ";

    private final Bench bench;
    private final ConcurrentLinkedQueue<Wanted> queue = new ConcurrentLinkedQueue<>();

    PackageWork(Bench bench) {
        this.bench = bench;
    }

    /** One package, with what came of it. */
    private static final class Wanted {
        private final InstallPackage operation;
        private final Thread thread = Thread.currentThread();
        private volatile boolean tried;
        private @Nullable RuntimeException failure;

        Wanted(InstallPackage operation) {
            this.operation = operation;
        }

        String name() {
            return operation.name().value();
        }
    }

    void install(InstallPackage operation) {
        Wanted wanted = new Wanted(operation);
        queue.add(wanted);
        try {
            bench.inTurnOfPackages(() -> wanted.tried, this::installAll);
        } finally {
            queue.remove(wanted);
        }
        if (wanted.failure != null) {
            throw wanted.failure;
        }
    }

    /** On a bare server everything else comes to wait while apt fetches its first lists. */
    private void installAll() {
        try {
            bench.link()
                    .perform(
                            "Fetching the first lists of packages",
                            Steps.changing().of("lists"));
        } catch (OperationFailedException e) {
            // Told by the installation, which tries again and may not need them.
        }
        List<Wanted> all = new ArrayList<>();
        for (Wanted next = queue.poll(); next != null; next = queue.poll()) {
            next.tried = true;
            all.add(next);
        }
        bench.inPlaceOf(all.stream().map(wanted -> wanted.thread).toList());
        try {
            install(all);
        } catch (OperationFailedException e) {
            alone(all, e);
        } catch (RuntimeException e) {
            all.forEach(wanted -> wanted.failure = e);
        }
    }

    /**
     * Which of them is to blame is said by that one, and the others are there; but nobody is while they took too long together, or somebody else installs all the
     * time.
     */
    private void alone(List<Wanted> all, OperationFailedException failure) {
        boolean shut = String.valueOf(failure.getMessage()).contains(LOCKED);
        if (all.size() == 1 || shut || Thread.currentThread().isInterrupted()) {
            all.forEach(wanted -> wanted.failure = failure);
            return;
        }
        for (Wanted wanted : all) {
            try {
                install(List.of(wanted));
            } catch (RuntimeException e) {
                wanted.failure = e;
            }
        }
    }

    private void install(List<Wanted> all) {
        all.forEach(wanted -> bench.refuseOthers(wanted.operation.address()));
        List<String> missing = missing(all);
        bench.keyed();
        List<Entry> entries = all.stream().map(wanted -> entry(wanted, missing)).toList();
        String doing = all.size() == 1 ? "Installing the package " + all.get(0).name() : "Installing packages";
        bench.bring(entries, doing, steps -> {
            if (!missing.isEmpty()) {
                steps.of("install").list(missing);
            }
        });
        List<String> still = missing.isEmpty() ? missing : missing(all);
        if (!still.isEmpty()) {
            throw new OperationFailedException(doing + " failed: " + still.get(0) + " is not there after it.");
        }
    }

    private List<String> missing(List<Wanted> all) {
        Steps question = Steps.looking()
                .of("missing")
                .list(all.stream().map(Wanted::name).toList());
        return bench.ask(question).lines().toList();
    }

    private Entry entry(Wanted wanted, List<String> missing) {
        return bench.entry(
                new PackageResource(bench.link().server(), wanted.operation.name(), new TreeSet<>()),
                missing.contains(wanted.name()) || bench.made(wanted.operation.address()),
                Collections.emptySortedSet(),
                Collections.emptySortedMap());
    }

    void remove(RemovePackage operation) {
        String name = operation.name().value();
        bench.inTurnOfPackages(
                () -> false,
                () -> bench.take(operation.address(), "Removing the package " + name, steps -> {
                    if (bench.made(operation.address())) {
                        steps.of("uninstall", name);
                    }
                }));
    }
}
