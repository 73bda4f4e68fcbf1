package kz.tapbot.runtime.memory.internal.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The units of a simulated host: where their files are, and whether they run. */
public final class Units {

    /** Where units of the administrator are (systemd.unit(5)). */
    public static final String DIRECTORY = "/etc/systemd/system/";

    /**
     * The state of a unit.
     *
     * @param enabled whether it starts at boot
     * @param active whether it runs
     * @param failed whether it ended with an error
     */
    public record State(boolean enabled, boolean active, boolean failed) {

        static final State IDLE = new State(false, false, false);
        static final State RUNNING = new State(true, true, false);
    }

    private final NavigableMap<String, State> states = new TreeMap<>();
    private final NavigableMap<String, Long> starts = new TreeMap<>();
    private final NavigableMap<String, String> readAtStart = new TreeMap<>();
    private final NavigableSet<String> failing = new TreeSet<>();
    private final FileSystem files;
    private final Packages packages;

    Units(FileSystem files, Packages packages) {
        this.files = files;
        this.packages = packages;
        packages.all().forEach(this::installed);
    }

    /** A package was installed: its units are there. */
    public void installed(String name) {
        for (String unit : Catalogue.units(name)) {
            if (Catalogue.isKnown(name)) {
                if (states.putIfAbsent(unit, Catalogue.isStarted(unit) ? State.RUNNING : State.IDLE) == null) {
                    started(unit);
                }
            }
        }
    }

    /** A package was removed: its units are gone. */
    public void removed(String name) {
        Catalogue.units(name).forEach(states::remove);
    }

    /** Whether there is such a unit. */
    public boolean exists(String name) {
        int at = name.indexOf('@');
        String template = at < 0 ? name : name.substring(0, at + 1) + name.substring(name.lastIndexOf('.'));
        return states.containsKey(name)
                || text(name).isPresent()
                || text(template).isPresent()
                || states.containsKey(template)
                || name.endsWith(".service") && packages.has(name.substring(0, name.length() - ".service".length()))
                || name.endsWith(".target");
    }

    /** The state of a unit. */
    public State state(String name) {
        return states.getOrDefault(name, State.IDLE);
    }

    /** The text of a unit of the administrator. */
    public Optional<String> text(String name) {
        return files.text(DIRECTORY + name);
    }

    /** The states of all units. */
    public SortedMap<String, State> all() {
        return Collections.unmodifiableSortedMap(states);
    }

    /** Writes the file of a unit. */
    public void write(String name, String text) {
        files.write(DIRECTORY + name, text.getBytes(UTF_8), 0644, 0);
    }

    /** Brings a unit into a state. */
    public void bring(String name, boolean enabled, boolean active) {
        if (!exists(name)) {
            throw new OperationFailedException("Failed to enable unit: unit file " + name + " does not exist.");
        }
        if (active && !state(name).active()) {
            start(name);
        }
        states.put(name, new State(enabled, active, false));
    }

    /** Whether a unit runs with a configuration that was changed since its start. */
    public boolean isStale(String name, Collection<String> reads) {
        long start = starts.getOrDefault(name, Long.MAX_VALUE);
        return state(name).active()
                && reads.stream().anyMatch(path -> files.at(path).stream().anyMatch(node -> node.change() > start));
    }

    /** The configuration that a unit read when it was started. */
    String readAtStart(String name) {
        return readAtStart.getOrDefault(name, "");
    }

    /** Restarts a unit. */
    public void restart(String name) {
        if (!exists(name)) {
            throw new OperationFailedException("Failed to restart " + name + ": unit " + name + " not found.");
        }
        start(name);
    }

    /** Stops, disables and forgets a unit, with its file. */
    public void remove(String name) {
        files.remove(DIRECTORY + name);
        states.remove(name);
    }

    /** Puts back a state of before. */
    public void restore(String name, Optional<State> before) {
        before.ifPresentOrElse(state -> states.put(name, state), () -> states.remove(name));
    }

    /** The state of a unit, if it has one. */
    public Optional<State> known(String name) {
        return Optional.ofNullable(states.get(name));
    }

    /** What happens at boot: the enabled ones run, the others do not. */
    public void boot() {
        states.keySet().forEach(this::started);
        states.replaceAll((name, state) -> new State(
                state.enabled(),
                state.enabled() && !failing.contains(name),
                state.enabled() && failing.contains(name)));
    }

    /** Makes a unit fail whenever it starts. */
    public void fail(String name) {
        failing.add(name);
    }

    /** No unit fails any more. */
    public void mend() {
        failing.clear();
    }

    private void start(String name) {
        if (failing.contains(name)) {
            states.put(name, new State(state(name).enabled(), false, true));
            throw new OperationFailedException(
                    "Job for " + name + " failed: the control process exited with an error code. See journalctl -u "
                            + name + " on the server.");
        }
        if (name.endsWith(".timer")) {
            String triggered = triggered(name);
            if (!exists(triggered)) {
                throw new OperationFailedException(
                        "Failed to start " + name + ": it triggers " + triggered + ", which does not exist.");
            }
        }
        states.put(name, new State(state(name).enabled(), true, false));
        started(name);
    }

    private void started(String name) {
        starts.put(name, files.changes());
        readAtStart.put(name, files.text(Catalogue.configuration(name)).orElse(""));
    }

    private String triggered(String timer) {
        for (String line : text(timer).orElse("").split("\n", -1)) {
            if (line.startsWith("Unit=")) {
                return line.substring("Unit=".length()).trim();
            }
        }
        return timer.substring(0, timer.length() - ".timer".length()) + ".service";
    }
}
