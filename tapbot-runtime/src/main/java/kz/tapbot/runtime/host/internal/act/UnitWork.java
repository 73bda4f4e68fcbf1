package kz.tapbot.runtime.host.internal.act;

import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.operation.RemoveUnit;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Units of systemd. */
final class UnitWork {

    private static final String JAILS = "fail2ban.service";

    private final Bench bench;

    /** Units that were restarted just now, and have read what they read. */
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();

    UnitWork(Bench bench) {
        this.bench = bench;
    }

    /** What is started may still die: while it is given time for that, others have their turn. */
    void put(UnitResource unit) {
        String name = unit.name().value();
        AtomicBoolean settles = new AtomicBoolean();
        inTurn(name, () -> settles.set(begins(unit)));
        if (settles.get()) {
            bench.bring(entry(unit, read(unit)), doing(name), steps -> enabled(unit, steps.of("running", name)));
        }
    }

    /** To restart what runs the jails is in their way, too. */
    private void inTurn(String name, Runnable work) {
        bench.inTurnOfUnits(() -> {
            if (name.equals(JAILS)) {
                bench.besideNoJail(work);
            } else {
                work.run();
            }
        });
    }

    /** Returns whether it was started, and its note does not say yet what it has read. */
    private boolean begins(UnitResource unit) {
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
        NavigableMap<String, String> read = read(unit);
        SortedMap<String, String> before =
                bench.noted(unit.address()).map(Entry::remembered).orElse(new TreeMap<>());
        boolean restarted = fresh.remove(name);
        boolean stale = !read.equals(before) && !read.isEmpty() && !restarted;
        if (unit.active() && !restarted) {
            bench.bring(entry(unit, before), doing(name), steps -> bringAbout(unit, stale, steps));
            return true;
        }
        bench.bring(
                entry(unit, before),
                entry(unit, read),
                doing(name),
                steps -> enabled(unit, bringAbout(unit, stale, steps)));
        return false;
    }

    private static String doing(String name) {
        return "Setting the unit " + name;
    }

    private NavigableMap<String, String> read(UnitResource unit) {
        NavigableMap<String, String> read = new TreeMap<>();
        unit.reads()
                .forEach((path, content) ->
                        read.put("reads " + path, bench.contents().of(content)));
        return read;
    }

    private Entry entry(UnitResource unit, SortedMap<String, String> remembered) {
        return bench.entry(unit, unit.text().isPresent(), new java.util.TreeSet<>(), remembered);
    }

    private static Steps bringAbout(UnitResource unit, boolean stale, Steps steps) {
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
        return unit.active()
                ? steps.run("systemctl", stale ? "restart" : "start", name)
                : steps.run("systemctl", "stop", name);
    }

    private static void enabled(UnitResource unit, Steps steps) {
        if (unit.enabled()) {
            steps.run("systemctl", "--quiet", "is-enabled", unit.name().value());
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
        String doing = "Restarting the unit " + name;
        inTurn(name, () -> {
            refuseMissing("Restarting", name);
            fresh.remove(name);
            bench.link().perform(doing, Steps.changing().run("systemctl", "restart", name));
        });
        bench.link().perform(doing, Steps.changing().of("running", name));
        fresh.add(name);
    }

    private void refuseMissing(String doing, String name) {
        if (!bench.ask("unit", name).equals("loaded")) {
            throw new OperationFailedException(doing + " the unit " + name + " failed: there is no unit " + name
                    + " on the server. Is its package installed?");
        }
    }
}
