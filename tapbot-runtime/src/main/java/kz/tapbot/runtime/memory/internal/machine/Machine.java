package kz.tapbot.runtime.memory.internal.machine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.Runs;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.engine.SimNetwork;
import kz.tapbot.runtime.memory.internal.engine.SimVolume;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.ownership.Mark;

/** A simulated server as a whole. Whoever reads or changes it holds its monitor. */
public final class Machine {

    private final ServerName name;
    private final Host host = new Host();
    private final Engine engine;
    private final Manifest manifest = new Manifest();
    private final Vault vault;
    private final Ownership ownership;
    private final Diary diary = new Diary();
    private final Bolt bolt = new Bolt();
    private final Shelf shelf = new Shelf();
    private final Chronicle chronicle = new Chronicle();
    private final Pulse pulse;
    private final Undo undo = new Undo(this);
    private final AtomicInteger boots = new AtomicInteger();
    private boolean equipped;

    /** A fresh machine. */
    public Machine(ServerName name, AtomicLong estateTime) {
        this.name = name;
        engine = new Engine(host.disk());
        vault = new Vault(name.value());
        ownership = new Ownership(manifest, vault);
        pulse = new Pulse(estateTime);
    }

    /** Gives the machine what the server is declared to have, the first time. */
    public void equip(Server server) {
        if (!equipped) {
            equipped = true;
            host.equip(server);
        }
    }

    /** The file of sudoers.d that is ours for a user. */
    public static String sudoFile(String user) {
        return "tapbot-" + user;
    }

    /** Its name. */
    public ServerName name() {
        return name;
    }

    /** The host. */
    public Host host() {
        return host;
    }

    /** The container engine. */
    public Engine engine() {
        return engine;
    }

    /** What starts and stops containers. */
    public Runs runs() {
        return new Runs(engine);
    }

    /** Whose things are. */
    public Manifest manifest() {
        return manifest;
    }

    /** Generated secrets and the key. */
    public Vault vault() {
        return vault;
    }

    /** Decides whose things are. */
    public Ownership ownership() {
        return ownership;
    }

    /** The journal. */
    public Diary diary() {
        return diary;
    }

    /** The releases that are kept. */
    public Shelf shelf() {
        return shelf;
    }

    /** What happened to containers. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /** The lock. */
    public Bolt bolt() {
        return bolt;
    }

    /** The time. */
    public Pulse pulse() {
        return pulse;
    }

    /** What is taken back unless it is confirmed. */
    public Undo undo() {
        return undo;
    }

    /** The mark that an object of the engine carries. */
    public Optional<Mark> label(Address address) {
        String object = address.rest();
        return switch (address.kind()) {
            case "container" ->
                Optional.ofNullable(engine.containers().get(object)).flatMap(SimContainer::mark);
            case "network" -> Optional.ofNullable(engine.networks().get(object)).flatMap(SimNetwork::mark);
            case "volume" -> Optional.ofNullable(engine.volumes().get(object)).flatMap(SimVolume::mark);
            default -> Optional.empty();
        };
    }

    /** How often it was restarted: sessions of before are dead. */
    public int boots() {
        return boots.get();
    }

    /** Restarts it: what only ran is gone, what was not confirmed is taken back. */
    public void reboot() {
        boots.incrementAndGet();
        bolt.clear();
        undo.boot();
        host.boot();
        engine.boot(pulse.now(), engine.settings().isPresent());
    }
}
