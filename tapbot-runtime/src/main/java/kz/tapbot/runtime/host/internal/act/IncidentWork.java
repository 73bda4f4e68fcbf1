package kz.tapbot.runtime.host.internal.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.HostScripts;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.host.internal.look.GateRules;
import kz.tapbot.runtime.operation.Ban;
import kz.tapbot.runtime.operation.IncidentOperations;
import kz.tapbot.runtime.operation.Isolate;
import kz.tapbot.runtime.operation.LiftIsolation;
import kz.tapbot.runtime.operation.LockUser;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.Unban;
import kz.tapbot.runtime.operation.UnlockUser;

/** Operations by which somebody is shut out of a server, or let in again. */
public final class IncidentWork implements IncidentOperations {

    private static final String KEEPER = Places.LIB + "gate";
    private static final String KEEPER_UNIT = "tapbot-gate.service";

    private final Bench bench;

    /** With that bench. */
    public IncidentWork(Bench bench) {
        this.bench = bench;
    }

    /** Has what keeps people out there, now and at boot. */
    static Steps gate(Steps steps) {
        return steps.put(KEEPER, "755", HostScripts.GATE)
                .put(Places.UNITS + KEEPER_UNIT, "644", HostScripts.GATE_UNIT)
                .enable(KEEPER_UNIT)
                .run("/bin/sh", KEEPER);
    }

    @Override
    public void ban(Ban operation) {
        shut(operation, "Banning " + operation.who(), "");
    }

    @Override
    public void unban(Unban operation) {
        let(operation, "Lifting the ban on " + operation.who());
    }

    @Override
    public void isolate(Isolate operation) {
        shut(
                operation,
                "Isolating the server",
                operation.from().stream().map(Cidr::value).collect(Collectors.joining(" ")));
    }

    @Override
    public void liftIsolation(LiftIsolation operation) {
        let(operation, "Lifting the isolation");
    }

    private void shut(Operation operation, String doing, String only) {
        bench.inTurn(() -> {
            bench.refuseOthers(operation.address());
            bench.keyed();
            Entry entry = entry(operation.address(), only);
            NavigableMap<Address, Entry> all = new TreeMap<>(bench.entries());
            all.put(operation.address(), entry);
            bench.bring(entry, doing, steps -> rules(steps, all));
        });
    }

    private void let(Operation operation, String doing) {
        bench.inTurn(() -> {
            bench.refuseOthers(operation.address());
            NavigableMap<Address, Entry> all = new TreeMap<>(bench.entries());
            all.remove(operation.address());
            bench.take(operation.address(), doing, steps -> rules(steps, all));
        });
    }

    private static void rules(Steps steps, NavigableMap<Address, Entry> all) {
        for (boolean ipv6 : new boolean[] {false, true}) {
            String path = Places.GATE + (ipv6 ? 6 : 4);
            Optional<String> rules = GateRules.restore(all, ipv6);
            rules.ifPresentOrElse(text -> steps.put(path, "600", text), () -> steps.of("remove", path));
        }
        gate(steps);
    }

    @Override
    public void lockUser(LockUser operation) {
        bench.inTurn(() -> {
            bench.refuseOthers(operation.address());
            bench.keyed();
            bench.bring(
                    entry(operation.address(), ""),
                    "Locking the user " + operation.user(),
                    steps -> steps.of("shut_user", operation.user().value()));
        });
    }

    @Override
    public void unlockUser(UnlockUser operation) {
        bench.inTurn(() -> {
            bench.refuseOthers(operation.address());
            bench.take(
                    operation.address(),
                    "Unlocking the user " + operation.user(),
                    steps -> steps.of("let_user", operation.user().value()));
        });
    }

    /** What stands already keeps its date. */
    private Entry entry(Address address, String only) {
        NavigableMap<String, String> written = new TreeMap<>();
        bench.noted(address).ifPresent(old -> written.putAll(old.written()));
        written.putIfAbsent(
                "since", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        written.putIfAbsent("who", bench.who());
        written.put("only", only);
        return bench.entry(address, written);
    }
}
