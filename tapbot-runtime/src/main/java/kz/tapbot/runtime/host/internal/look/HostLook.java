package kz.tapbot.runtime.host.internal.look;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Kept;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.resource.SshdResource;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.spi.Contents;

/** What is on a server beside the containers: of what shall be there, of what is ours, and strangers of the kinds that Tapbot manages. */
public final class HostLook {

    /** Units of Tapbot itself, which are part of other things. */
    private static final Set<String> TAPBOTS = Set.of(
            "tapbot-undo.service",
            "tapbot-firewall.service",
            "tapbot-swap.service",
            "tapbot-gate.service",
            "tapbot-link@.service",
            "tapbot-link-rules@.service");

    private final ServerName server;
    private final Parts parts;
    private final Kept kept;
    private final Contents contents;
    private final Map<Address, Resource> desired = new HashMap<>();
    private final SortedMap<Address, Observed> things = new TreeMap<>();
    private final Set<String> packages = new TreeSet<>();
    private final SortedMap<String, SortedMap<String, String>> users;
    private final SortedMap<String, SortedMap<String, String>> sudo;
    private final SortedMap<String, SortedMap<String, String>> jails;
    private final SortedMap<String, String> sshd;
    private final UnitReading units;

    /** Of what a server said. */
    public HostLook(ServerName server, Parts parts, Contents contents, List<Resource> wanted) {
        this.server = server;
        this.parts = parts;
        this.kept = Kept.of(parts);
        this.contents = contents;
        wanted.forEach(resource -> desired.put(resource.address(), resource));
        parts.at("packages")
                .lines()
                .filter(line -> line.endsWith(" installed"))
                .forEach(line -> packages.add(line.substring(0, line.indexOf(' '))));
        users = UserReading.of(parts);
        sudo = SudoReading.of(parts.at("sudo"));
        jails = SettingReading.jails(parts.at("jails"), parts.at("gate4"), parts.at("gate6"));
        sshd = SettingReading.sshd(parts.at("sshd"));
        units = new UnitReading(parts);
    }

    /** What the server is asked to look at: a line each with kind and name. What is ours it knows itself. */
    public static String asks(List<Resource> desired) {
        StringBuilder asks = new StringBuilder();
        desired.forEach(resource -> asks.append(resource.address().kind())
                .append(' ')
                .append(Places.rest(resource.address()))
                .append('\n'));
        return asks.toString();
    }

    /** What Tapbot keeps there. */
    public Kept kept() {
        return kept;
    }

    /** All that was found, by address. */
    public SortedMap<Address, Observed> things() {
        kept.entries().keySet().forEach(this::add);
        desired.keySet().forEach(this::add);
        users.keySet().forEach(name -> add(Address.on(server, "user", name)));
        sudo.keySet().forEach(name -> add(Address.on(server, "sudo", name)));
        jails.keySet().forEach(name -> add(Address.on(server, "jail", name)));
        parts.below("unit ", (name, text) -> {
            if (!TAPBOTS.contains(name)
                    && name.matches("[A-Za-z0-9_.@-]{1,200}\\.(service|socket|timer|path|target)")) {
                add(Address.on(server, "unit", name));
            }
        });
        UfwReading.rules(parts).forEach((port, from) -> {
            Address address = Address.on(server, "firewall-rule", port);
            things.put(
                    address,
                    new Observed(address, new Attributes().put("from", from).all(), Owner.foreign("ufw")));
        });
        return Collections.unmodifiableSortedMap(things);
    }

    private void add(Address address) {
        if (!things.containsKey(address)) {
            Optional<Resource> wanted = Optional.ofNullable(desired.get(address));
            attributes(address, wanted, kept.at(address))
                    .ifPresent(found -> things.put(address, new Observed(address, found, kept.owner(address))));
        }
    }

    private Optional<SortedMap<String, String>> attributes(
            Address address, Optional<Resource> wanted, Optional<Entry> noted) {
        String name = Places.rest(address);
        return switch (address.kind()) {
            case "package" ->
                packages.contains(name)
                        ? Optional.of(new Attributes().flag("installed", true).all())
                        : Optional.empty();
            case "file" -> FileReading.file(parts.at("file " + name), wanted, noted, contents);
            case "directory" -> FileReading.directory(parts.at("file " + name));
            case "user" -> Optional.ofNullable(users.get(name));
            case "sudo" -> Optional.ofNullable(sudo.get(name));
            case "jail" -> Optional.ofNullable(jails.get(name));
            case "unit" -> unit(name, wanted, noted);
            case "sysctl" -> SettingReading.sysctl(name, parts, noted.isPresent());
            case "swap" -> SettingReading.swap(parts.at("swap"));
            case "time-zone" -> Optional.of(SettingReading.zone(parts.at("zone")));
            case "link-key" -> LinkReading.key(parts, name, noted);
            case "link" -> noted.flatMap(entry -> LinkReading.end(parts, LinkName.of(name), entry));
            case "firewall" -> SettingReading.firewall(parts, wanted, noted);
            case "sshd" -> Optional.of(only(sshd, names(wanted, noted)));
            case "engine" -> EngineReading.of(parts.at("engine")).map(all -> settings(all, wanted, noted));
            default -> Optional.empty();
        };
    }

    /** Settings that shall be, or that we wrote; others may have more. */
    private static Set<String> names(Optional<Resource> wanted, Optional<Entry> noted) {
        Set<String> names = new TreeSet<>();
        noted.ifPresent(entry -> names.addAll(entry.written().keySet()));
        wanted.ifPresent(resource -> {
            if (resource instanceof SshdResource one) {
                names.addAll(one.settings().keySet());
            }
            if (resource instanceof DaemonResource one) {
                names.addAll(one.settings().keySet());
            }
        });
        return names;
    }

    private static SortedMap<String, String> only(SortedMap<String, String> all, Set<String> names) {
        NavigableMap<String, String> found = new TreeMap<>(all);
        found.keySet().retainAll(names);
        return found;
    }

    private static SortedMap<String, String> settings(
            SortedMap<String, String> all, Optional<Resource> wanted, Optional<Entry> noted) {
        Set<String> names = names(wanted, noted);
        names.add(DaemonResource.STOPPED);
        return only(all, names);
    }

    private Optional<SortedMap<String, String>> unit(String name, Optional<Resource> wanted, Optional<Entry> noted) {
        return units.at(name).map(state -> {
            Attributes found = new Attributes();
            if (parts.has("unit " + name)) {
                found.put("text", contents.of(Content.text(parts.at("unit " + name))));
            }
            SortedMap<String, String> all = found.put("enabled", state.enabled())
                    .put("active", state.active())
                    .all();
            noted.ifPresent(entry -> all.putAll(entry.remembered()));
            if (wanted.isPresent() && wanted.get() instanceof UnitResource unit) {
                unit.reads().forEach((path, content) -> {
                    if (contents.of(content).equals(Fingerprints.UNAVAILABLE)) {
                        all.computeIfPresent("reads " + path, (key, old) -> Fingerprints.UNAVAILABLE);
                    }
                });
            }
            return all;
        });
    }

    /** The public halves of keys that are as they were made. */
    public Map<Address, String> publicKeys() {
        Map<Address, String> all = new TreeMap<>();
        kept.entries().forEach((address, entry) -> {
            if (address.kind().equals("link-key")) {
                LinkReading.publicKey(parts, Places.rest(address), entry).ifPresent(key -> all.put(address, key));
            }
        });
        return all;
    }

    /** The system, for people. */
    public String system() {
        return os().name().orElse("unknown");
    }

    /** The distribution and its release, as {@code os-release(5)} has them. */
    public Optional<String> release() {
        return os().release();
    }

    private OsRelease os() {
        return new OsRelease(parts.at("os"));
    }
}
