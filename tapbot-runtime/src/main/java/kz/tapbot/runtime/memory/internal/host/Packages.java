package kz.tapbot.runtime.memory.internal.host;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The packages of a simulated host. */
public final class Packages {

    private static final long SIZE = 8L << 20;

    private final NavigableSet<String> installed = new TreeSet<>(java.util.List.of(
            "apt", "bash", "coreutils", "cron", "curl", "openssh-server", "rsyslog", "sudo", "systemd", "ufw"));
    private final NavigableSet<String> missing = new TreeSet<>();
    private final Disk disk;
    private boolean failing;

    Packages(Disk disk) {
        this.disk = disk;
    }

    /** Whether a package is there. */
    public boolean has(String name) {
        return installed.contains(name);
    }

    /** All that are there. */
    public SortedSet<String> all() {
        return Collections.unmodifiableSortedSet(installed);
    }

    /** Installs a package as apt-get(8) does. */
    public void install(String name) {
        if (installed.contains(name)) {
            return;
        }
        if (failing) {
            throw new OperationFailedException(
                    "Installing " + name
                            + " failed: the package sources cannot be reached (Temporary failure resolving 'archive.ubuntu.com').");
        }
        if (missing.contains(name)) {
            throw new OperationFailedException("Installing " + name + " failed: E: Unable to locate package " + name
                    + ". Check the name and the sources.");
        }
        disk.take(SIZE, "package " + name);
        installed.add(name);
    }

    /** Removes a package. */
    public void remove(String name) {
        if (installed.remove(name)) {
            disk.giveBack(SIZE);
        }
    }

    /** Makes every installation fail, or no more. */
    public void fail(boolean fails) {
        failing = fails;
    }

    /** Makes a package one that no source has. */
    public void miss(String name) {
        missing.add(name);
    }

    /** Every package can be had again. */
    public void mend() {
        failing = false;
        missing.clear();
    }
}
