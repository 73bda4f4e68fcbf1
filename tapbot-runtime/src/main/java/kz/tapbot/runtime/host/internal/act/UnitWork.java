package kz.tapbot.runtime.host.internal.act;

import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.operation.RemoveUnit;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Units of systemd. */
final class UnitWork {

    private final Bench bench;

    /** Units that were restarted just now, and have read what they read. */
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();

    UnitWork(Bench bench) {
        this.bench = bench;
    }

    void put(UnitResource unit) {
        String name = unit.name().value();
        bench.refuseOthers(unit.address());
        boolean ours = bench.ours(unit.address());
        if (unit.text().isPresent()) {
            if (!ours && !bench.ask("stat", Places.UNITS + name).isEmpty()) {
                throw bench.foreign(unit.address());
            }
        } else {
            refuseMissing("Setting", name);
        }
        bench.keyed();
        NavigableMap<String, String> read = new TreeMap<>();
        unit.reads()
                .forEach((path, content) ->
                        read.put("reads " + path, bench.contents().of(content)));
        SortedMap<String, String> before =
                bench.noted(unit.address()).map(Entry::remembered).orElse(new TreeMap<>());
        boolean restarted = fresh.remove(name);
        boolean stale = !read.equals(before) && !read.isEmpty() && !restarted;
        bench.bring(
                entry(unit, before),
                entry(unit, read),
                "Setting the unit " + name,
                steps -> bringAbout(unit, stale, restarted, steps));
    }

    private Entry entry(UnitResource unit, SortedMap<String, String> remembered) {
        return bench.entry(unit, unit.text().isPresent(), new java.util.TreeSet<>(), remembered);
    }

    private static void bringAbout(UnitResource unit, boolean stale, boolean restarted, Steps steps) {
        String name = unit.name().value();
        unit.text().ifPresent(text -> {
            steps.put(Places.UNITS + name, "644", text);
            steps.run("systemctl", "daemon-reload");
        });
        if (unit.enabled()) {
            steps.enable(name);
        } else {
            steps.run("systemctl", "--quiet", "disable", name);
        }
        if (unit.active()) {
            steps.run("systemctl", stale ? "restart" : "start", name);
            if (!restarted) {
                steps.of("running", name);
            }
        } else {
            steps.run("systemctl", "stop", name);
        }
        if (unit.enabled()) {
            steps.run("systemctl", "--quiet", "is-enabled", name);
        }
    }

    void remove(RemoveUnit operation) {
        String name = operation.name().value();
        boolean own = bench.made(operation.address());
        bench.take(operation.address(), "Removing the unit " + name, steps -> {
            if (own) {
                steps.of("disown_unit", name);
            }
        });
    }

    void restart(String name) {
        refuseMissing("Restarting", name);
        fresh.remove(name);
        bench.link()
                .perform(
                        "Restarting the unit " + name,
                        Steps.changing().run("systemctl", "restart", name).of("running", name));
        fresh.add(name);
    }

    private void refuseMissing(String doing, String name) {
        if (!bench.ask("unit", name).equals("loaded")) {
            throw new OperationFailedException(doing + " the unit " + name + " failed: there is no unit " + name
                    + " on the server. Is its package installed?");
        }
    }
}
