package kz.tapbot.runtime.host.internal.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.docker.internal.keep.JournalText;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.spi.Cleaned;

/** Puts together what was found on a server and on its engine. */
public final class HostFacts {

    private static final Pattern LISTENER = Pattern.compile(
            "(tcp|udp)\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\S+):(\\d+)\\s+\\S+(?:\\s+users:\\(\\(\"([^\"]*)\",pid=(\\d+).*)?\\s*");

    private final ServerName server;
    private final Parts parts;
    private final HostLook look;

    /** Of what the server said. */
    public HostFacts(ServerName server, Parts parts, HostLook look) {
        this.server = server;
        this.parts = parts;
        this.look = look;
    }

    /** Of a server whose engine does not run, or that has none. */
    public ServerFacts alone() {
        return builder()
                .system(look.system())
                .listeners(listeners())
                .notes(notes(true))
                .build();
    }

    /** With what was found on its engine. */
    public ServerFacts with(ServerFacts engine) {
        Map<String, String> listeners = new TreeMap<>(listeners());
        listeners.putAll(engine.listeners());
        List<String> notes = new ArrayList<>(notes(false));
        notes.addAll(engine.notes());
        return builder()
                .putAllThings(engine.things())
                .system(look.system() + "; " + engine.system())
                .containers(engine.containers())
                .releases(engine.releases())
                .listeners(listeners)
                .notes(notes)
                .build();
    }

    private ServerFacts.Builder builder() {
        ServerFacts.Builder builder = ServerFacts.builder();
        builder.server(server);
        builder.release(look.release());
        builder.things(look.things());
        builder.putAllPublicKeys(look.publicKeys());
        builder.memory(memory());
        builder.freeDisk(freeDisk());
        builder.incidents(GateRules.standing(parts, look.kept().entries()));
        builder.interrupted(JournalText.interrupted(look.kept().journal()));
        return builder;
    }

    private OptionalLong memory() {
        Matcher total = Pattern.compile("MemTotal:\\s+(\\d{1,15}) kB\\s*").matcher(parts.at("memory"));
        return total.matches() ? OptionalLong.of(Long.parseLong(total.group(1)) * 1024) : OptionalLong.empty();
    }

    private OptionalLong freeDisk() {
        return parts.at("disk")
                .lines()
                .skip(1)
                .map(line -> line.split("\\s+", -1))
                .filter(fields -> fields.length >= 6 && fields[3].matches("\\d{1,15}"))
                .mapToLong(fields -> Long.parseLong(fields[3]) * 1024)
                .min();
    }

    private Map<String, String> listeners() {
        Map<String, String> all = new TreeMap<>();
        parts.at("listeners").lines().forEach(line -> {
            Matcher listener = LISTENER.matcher(line);
            if (listener.matches()) {
                boolean local = listener.group(2).startsWith("127.")
                        || listener.group(2).startsWith("[::1]");
                String who = listener.group(4) == null
                        ? "somebody"
                        : "process " + Cleaned.line(listener.group(4)) + " (pid " + listener.group(5) + ")";
                String port = listener.group(3) + "/" + listener.group(1);
                if (!local || !all.containsKey(port)) {
                    all.put(port, who + (local ? " (loopback only)" : ""));
                }
            }
        });
        return all;
    }

    private List<String> notes(boolean withoutEngine) {
        List<String> notes = new ArrayList<>(look.kept().notes());
        if (UfwReading.isOn(parts)) {
            notes.add("ufw is on with " + UfwReading.rules(parts).size()
                    + " rules of its own, which stay; it does not hold against ports of containers");
        }
        if (withoutEngine && !parts.at("engine").isEmpty()) {
            notes.add("the container engine does not answer");
        }
        return notes;
    }
}
