package kz.tapbot.runtime.memory.internal.host;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Kernel settings, swap and time zone of a simulated host. */
public final class Kernel {

    private static final Map<String, String> DEFAULTS = Map.of(
            "net.ipv4.ip_forward", "0",
            "net.ipv4.tcp_syncookies", "1",
            "vm.swappiness", "60",
            "vm.overcommit_memory", "0",
            "fs.file-max", "9223372036854775807",
            "net.core.somaxconn", "4096",
            "kernel.dmesg_restrict", "1");

    private final NavigableMap<String, String> running = new TreeMap<>(DEFAULTS);
    private final NavigableMap<String, String> persisted = new TreeMap<>();
    private final Disk disk;
    private Optional<DataSize> swap = Optional.empty();
    private ZoneId zone = ZoneId.of("UTC");

    Kernel(Disk disk) {
        this.disk = disk;
    }

    /** A setting in effect. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(running.get(key));
    }

    /** What a setting will be after the next boot. */
    public Optional<String> atBoot(String key) {
        return Optional.ofNullable(persisted.getOrDefault(key, DEFAULTS.get(key)));
    }

    /** What is written for the boot. */
    public SortedMap<String, String> persisted() {
        return Collections.unmodifiableSortedMap(persisted);
    }

    /** What is in effect. */
    public SortedMap<String, String> running() {
        return Collections.unmodifiableSortedMap(running);
    }

    /** Sets a value now and at boot. */
    public void set(String key, String value) {
        persisted.put(key, value);
        running.put(key, value);
    }

    /** Sets a value until the next boot, as sysctl(8) with {@code -w}. */
    public void setRunning(String key, String value) {
        running.put(key, value);
    }

    /** Leaves a setting to the system. */
    public void unset(String key) {
        persisted.remove(key);
        restoreRunning(key, Optional.ofNullable(DEFAULTS.get(key)));
    }

    /** Puts back both values of before. */
    public void restore(String key, Optional<String> inEffect, Optional<String> written) {
        restoreRunning(key, inEffect);
        written.ifPresentOrElse(value -> persisted.put(key, value), () -> persisted.remove(key));
    }

    /** What happens at boot. */
    public void boot() {
        running.clear();
        running.putAll(DEFAULTS);
        running.putAll(persisted);
    }

    /** The swap file. */
    public Optional<DataSize> swap() {
        return swap;
    }

    /** Makes or removes the swap file. */
    public void swap(Optional<DataSize> size) {
        if (swap.equals(size)) {
            return;
        }
        disk.take(
                size.map(DataSize::bytes).orElse(0L) - swap.map(DataSize::bytes).orElse(0L), "the swap file");
        swap = size;
    }

    /** The time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Sets the time zone. */
    public void zone(ZoneId newZone) {
        if (newZone.getId().isEmpty()) {
            throw new OperationFailedException("Failed to set time zone: it has no name.");
        }
        zone = newZone;
    }

    private void restoreRunning(String key, Optional<String> value) {
        value.ifPresentOrElse(present -> running.put(key, present), () -> running.remove(key));
    }
}
