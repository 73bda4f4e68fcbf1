package kz.tapbot.runtime.host.internal.act;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.HostKeep;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.HostLink;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Contents;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.SessionContext;

/** What every operation works with. Operations on the server itself are done one after the other, but for those that are known not to mind each other. */
public final class Bench {

    private final HostLink link;
    private final HostKeep keep;
    private final SessionContext context;
    private final ReadWriteLock packages = new ReentrantReadWriteLock(true);
    private final Lock units = new ReentrantLock(true);
    private final Lock jails = new ReentrantLock(true);
    private final Lock others = new ReentrantLock(true);

    /** Of a session. */
    public Bench(HostLink link, HostKeep keep, SessionContext context) {
        this.link = link;
        this.keep = keep;
        this.context = context;
    }

    Contents contents() {
        return context.contents();
    }

    HostLink link() {
        return link;
    }

    /** Has one operation done at a time. */
    void inTurn(Runnable work) {
        inTurnOf(others, work);
    }

    /** The same for units, which mind nothing but installations and each other. */
    void inTurnOfUnits(Runnable work) {
        inTurnOf(units, work);
    }

    /** The same for jails. */
    void inTurnOfJails(Runnable work) {
        inTurnOf(jails, work);
    }

    /** In the turn of another kind, while no jail has its own. */
    void besideNoJail(Runnable work) {
        holding(jails, work);
    }

    private void inTurnOf(Lock kind, Runnable work) {
        context.turns().waits();
        holding(packages.readLock(), () -> holding(kind, () -> begin(work)));
    }

    /**
     * The same for installations, which take long: what does not mind them goes on beside them.
     *
     * @param done whether somebody else has done it while it waited
     */
    void inTurnOfPackages(BooleanSupplier done, Runnable work) {
        context.turns().waits();
        holding(packages.writeLock(), () -> {
            if (!done.getAsBoolean()) {
                begin(work);
            }
        });
    }

    /** The same for what does not mind installations: it starts and stops nothing. Whoever makes accounts waits for others who do (lckpwdf(3)). */
    void inTurnBesidePackages(Runnable work) {
        context.turns().waits();
        holding(others, () -> begin(work));
    }

    private void begin(Runnable work) {
        context.turns().begins();
        work.run();
    }

    private static void holding(Lock turn, Runnable work) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException("Interrupted before anything was done.");
        }
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /** Has this thread do what others wait for. */
    void inPlaceOf(Collection<Thread> waiting) {
        keep.inPlaceOf(waiting);
    }

    /** Asks the server something in a word or two. */
    String ask(String operation, String... fields) {
        return ask(Steps.looking().of(operation, fields));
    }

    /** Asks the server something. */
    String ask(Steps question) {
        return new String(link.perform("Looking at the server", question), StandardCharsets.UTF_8).strip();
    }

    /** Who works here. */
    String who() {
        return context.who();
    }

    /** All that is noted. */
    SortedMap<Address, Entry> entries() {
        return keep.kept().entries();
    }

    /** What is noted of something that is no resource. */
    Entry entry(Address address, SortedMap<String, String> written) {
        return new Entry(
                keep.kept().sign(context.topology(), address),
                true,
                written,
                Collections.emptySortedSet(),
                Collections.emptySortedMap());
    }

    Optional<Entry> noted(Address address) {
        return keep.kept().at(address);
    }

    Owner owner(Address address) {
        return keep.kept().owner(address);
    }

    boolean ours(Address address) {
        return owner(address).is(context.topology());
    }

    /** Whether it is ours because we made it, and did not take it over. */
    boolean made(Address address) {
        return ours(address) && noted(address).filter(Entry::made).isPresent();
    }

    /** Refuses what another topology has; what the system has of itself may be taken. */
    void refuseOthers(Address address) {
        Owner owner = owner(address);
        if (owner.topology().isPresent() && !owner.is(context.topology())) {
            throw new OperationFailedException(
                    address + " belongs to " + owner + ". Nothing was changed. Two topologies cannot share it.");
        }
    }

    /** What refuses to touch what is there and not ours. */
    OperationFailedException foreign(Address address) {
        return new OperationFailedException(address + " is there already and belongs to " + owner(address)
                + ". Nothing was changed. Adopt it, or choose another name.");
    }

    Entry entry(Resource resource, boolean made, SortedSet<SecretName> secrets, SortedMap<String, String> remembered) {
        return new Entry(
                keep.kept().sign(context.topology(), resource.address()),
                made,
                resource.attributes(contents()),
                secrets,
                remembered);
    }

    /** Brings a thing about that we make. */
    void bring(Resource resource, String doing, Consumer<Steps> effect) {
        keyed();
        bring(entry(resource, true, Collections.emptySortedSet(), Collections.emptySortedMap()), doing, effect);
    }

    /** A mark is signed with the key of the server. */
    void keyed() {
        keep.fingerprintKey(true);
    }

    /**
     * Notes that a thing is ours, and then brings it about: a run that is killed between leaves something that the next one knows for ours, and never
     * something of ours that looks like somebody else's. If it fails, what was noted before is noted again.
     */
    void bring(Entry entry, String doing, Consumer<Steps> effect) {
        bring(List.of(entry), doing, effect);
    }

    /** The same of several things that are brought about together. */
    void bring(List<Entry> entries, String doing, Consumer<Steps> effect) {
        isBrought(entries, doing, steps -> {}, effect);
    }

    /**
     * The same of something that may be somebody else's if it is there.
     *
     * @param guard the question whether it is there, which ends everything if it is
     * @throws OperationFailedException if it is; nothing was changed then
     */
    void bringUnlessForeign(Entry entry, String doing, Consumer<Steps> guard, Consumer<Steps> effect) {
        if (!isBrought(List.of(entry), doing, guard, effect)) {
            throw foreign(entry.address());
        }
    }

    private boolean isBrought(List<Entry> entries, String doing, Consumer<Steps> guard, Consumer<Steps> effect) {
        List<Optional<Entry>> before =
                entries.stream().map(entry -> noted(entry.address())).toList();
        Steps steps = Steps.changing();
        guard.accept(steps);
        entries.forEach(entry -> note(steps, entry));
        effect.accept(steps);
        try {
            byte[] said = link.perform(doing, steps);
            if (new String(said, StandardCharsets.UTF_8).equals("there\n")) {
                return false;
            }
            entries.forEach(entry -> keep.changed(entry.address(), Optional.of(entry)));
            return true;
        } catch (OperationFailedException e) {
            keep.forget();
            Steps back = Steps.changing();
            for (int i = 0; i < entries.size(); i++) {
                String noted = Places.noted(entries.get(i).address());
                before.get(i).ifPresentOrElse(old -> note(back, old), () -> back.of("remove", noted));
            }
            noteAgain(doing, back, e);
            throw e;
        }
    }

    /** The same of one whose note says more once it is there, such as what a unit has read. */
    void bring(Entry entry, Entry then, String doing, Consumer<Steps> effect) {
        bring(entry, doing, steps -> {
            effect.accept(steps);
            if (!then.equals(entry)) {
                note(steps, then);
            }
        });
        keep.changed(then.address(), Optional.of(then));
    }

    /** Also where the failure is that it took too long, for which the thread was interrupted; and what failed is what is told. */
    private void noteAgain(String doing, Steps back, OperationFailedException failure) {
        boolean interrupted = Thread.interrupted();
        try {
            link.perform(doing, back);
        } catch (OperationFailedException e) {
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Steps note(Steps steps, Entry entry) {
        return steps.put(Places.noted(entry.address()), "600", entry.text());
    }

    /** Takes a thing of ours away, and then what is noted of it. */
    void take(Address address, String doing, Consumer<Steps> effect) {
        if (ours(address)) {
            Steps steps = Steps.changing();
            effect.accept(steps);
            link.perform(doing, steps.of("remove", Places.noted(address)));
            keep.changed(address, Optional.empty());
        }
    }

    /** Notes that a thing is ours as it is. */
    void adopt(Address address) {
        keyed();
        bring(
                new Entry(
                        keep.kept().sign(context.topology(), address),
                        false,
                        Collections.emptySortedMap(),
                        Collections.emptySortedSet(),
                        Collections.emptySortedMap()),
                "Adopting " + address,
                steps -> {});
    }
}
