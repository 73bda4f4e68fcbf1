package kz.tapbot.runtime.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.memory.internal.act.Bench;
import kz.tapbot.runtime.memory.internal.act.EngineWork;
import kz.tapbot.runtime.memory.internal.act.FileWork;
import kz.tapbot.runtime.memory.internal.act.Guard;
import kz.tapbot.runtime.memory.internal.act.IncidentWork;
import kz.tapbot.runtime.memory.internal.act.OwnershipWork;
import kz.tapbot.runtime.memory.internal.act.ProtectionWork;
import kz.tapbot.runtime.memory.internal.act.SystemWork;
import kz.tapbot.runtime.memory.internal.machine.Gate;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.memory.internal.observe.Observation;
import kz.tapbot.runtime.operation.EngineOperations;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.IncidentOperations;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.SystemOperations;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.UnreachableException;

/** A login on a simulated server; it dies with its connection, the server's restart, or the process. */
final class MemorySession implements Session, Guard {

    private final MemoryEstate estate;
    private final MemoryServer server;
    private final Machine machine;
    private final SessionContext context;
    private final Bench bench;
    private final HostState state;
    private final int process;
    private final int boots;
    private volatile boolean ended;

    MemorySession(MemoryEstate estate, MemoryServer server, SessionContext context) {
        this.estate = estate;
        this.server = server;
        this.context = context;
        machine = server.machine();
        bench = new Bench(machine, context, this);
        state = new MemoryState(machine, this, context.who());
        process = estate.process();
        boots = machine.boots();
    }

    @Override
    public ServerFacts observe(List<Resource> desired) {
        estate.gate().observed();
        server.gate().observed();
        return read(() -> new Observation(machine, context, desired).facts());
    }

    @Override
    public SystemOperations system() {
        return new SystemWork(bench);
    }

    @Override
    public FileOperations files() {
        return new FileWork(bench);
    }

    @Override
    public ProtectionOperations protection() {
        return new ProtectionWork(bench);
    }

    @Override
    public IncidentOperations incidents() {
        return new IncidentWork(bench);
    }

    @Override
    public EngineOperations engine() {
        return new EngineWork(bench);
    }

    @Override
    public OwnershipOperations ownership() {
        return new OwnershipWork(bench);
    }

    @Override
    public HostState state() {
        return state;
    }

    @Override
    public ProbeResult probe(Probe probe) {
        read(() -> true);
        return new Vantage(estate, server).ask(probe);
    }

    @Override
    public DailyWork daily() {
        return new MemoryDaily(machine, context, this);
    }

    @Override
    public void close() {
        ended = true;
    }

    @Override
    public void perform(Operation operation, Runnable effect) {
        act(true, operation.toString(), () -> {
            effect.run();
            return true;
        });
    }

    /** Whether it can still do anything; a lock that it holds is held only as long. */
    boolean isAlive() {
        return !ended && boots == machine.boots() && process == estate.process();
    }

    /** Looks at something, alone on the server. */
    <T> T read(Supplier<T> look) {
        synchronized (machine) {
            refuseDead();
            machine.undo().tick();
            return look.get();
        }
    }

    /** Does something, alone on the server, unless it was set to go wrong. */
    <T> T act(boolean operation, String what, Supplier<T> effect) {
        synchronized (machine) {
            refuseDead();
            machine.undo().tick();
            Optional<Gate.Trap> own = server.gate().pass(operation);
            Optional<Gate.Trap> trap = estate.gate().pass(operation).or(() -> own);
            trap.filter(one -> !one.after()).ifPresent(one -> spring(one, "before: " + what));
            try {
                T done = effect.get();
                trap.ifPresent(one -> spring(one, "after: " + what));
                return done;
            } catch (OperationFailedException e) {
                trap.ifPresent(one -> spring(one, "after: " + what));
                throw e;
            }
        }
    }

    private void spring(Gate.Trap trap, String when) {
        if (trap.trouble() == Gate.Trouble.CRASH) {
            estate.crash(process);
            throw new SimulatedCrash(when);
        }
        ended = true;
        throw lost();
    }

    private void refuseDead() {
        if (process != estate.process()) {
            throw new SimulatedCrash("earlier");
        }
        if (!isAlive()) {
            throw lost();
        }
    }

    private UnreachableException lost() {
        return new UnreachableException("The connection to server " + machine.name()
                + " is lost. What was under way may or may not have happened; plan again to see.");
    }
}
