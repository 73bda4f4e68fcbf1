package kz.tapbot.runtime.host.internal.act;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.operation.UnsetSysctl;
import kz.tapbot.runtime.resource.SysctlResource;

/** Kernel settings. What a setting was before ours is remembered, so that it comes back with the end of ours. */
final class KernelWork {

    private static final String BEFORE = "before";

    private final Bench bench;

    KernelWork(Bench bench) {
        this.bench = bench;
    }

    void set(SysctlResource setting) {
        String key = setting.key().value();
        bench.refuseOthers(setting.address());
        bench.keyed();
        NavigableMap<String, String> remembered = new TreeMap<>();
        bench.noted(setting.address())
                .map(Entry::remembered)
                .filter(old -> old.containsKey(BEFORE))
                .ifPresentOrElse(remembered::putAll, () -> remembered.put(BEFORE, bench.ask("sysctl_value", key)));
        bench.bring(
                bench.entry(setting, true, new TreeSet<>(), remembered),
                "Setting " + key,
                steps -> steps.of("sysctl", key, setting.value())
                        .put(
                                Places.sysctl(key),
                                "644",
                                "# Written by Tapbot from the declaration; changes made here are lost.\n" + key + " = "
                                        + setting.value() + "\n"));
    }

    void unset(UnsetSysctl operation) {
        String key = operation.key().value();
        String before = bench.noted(operation.address())
                .map(entry -> entry.remembered().getOrDefault(BEFORE, ""))
                .orElse("");
        bench.take(operation.address(), "Leaving " + key + " to the system", steps -> {
            steps.of("remove", Places.sysctl(key));
            if (!before.isEmpty()) {
                steps.of("sysctl", key, before);
            }
        });
    }
}
