package kz.tapbot.runtime.memory.internal.observe;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.JailResource;
import kz.tapbot.runtime.resource.LinkKeyResource;
import kz.tapbot.runtime.resource.PackageResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.resource.SshdResource;
import kz.tapbot.runtime.resource.SudoResource;
import kz.tapbot.runtime.resource.SwapResource;
import kz.tapbot.runtime.resource.SysctlResource;
import kz.tapbot.runtime.resource.TimeZoneResource;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.resource.UserResource;
import kz.tapbot.runtime.spi.Contents;

/** Describes what is on a host in the attributes of the resource it would be, as it is in effect. */
final class HostThings {

    private final Machine machine;
    private final Host host;
    private final ServerName server;
    private final Contents contents;
    private final FileThings files;

    HostThings(Machine machine, Contents contents) {
        this.machine = machine;
        this.contents = contents;
        host = machine.host();
        server = machine.name();
        files = new FileThings(host, contents);
    }

    /** The attributes of what is at an address, if anything is. */
    Optional<SortedMap<String, String>> attributes(
            Address address, Optional<Resource> wanted, Optional<Resource> written) {
        String name = address.rest();
        return switch (address.kind()) {
            case "package" ->
                host.packages().has(name)
                        ? Optional.of(
                                new PackageResource(server, PackageName.of(name), new TreeSet<>()).attributes(contents))
                        : Optional.empty();
            case "file" -> files.file("/" + name, wanted, written);
            case "directory" -> files.directory("/" + name);
            case "user" -> user(name);
            case "sudo" ->
                host.users()
                        .mayRun(name)
                        .map(commands -> new SudoResource(server, UserName.of(name), commands, new TreeSet<>())
                                .attributes(contents));
            case "jail" ->
                host.jails()
                        .at(name)
                        .filter(cell -> host.packages().has("fail2ban"))
                        .map(cell -> new JailResource(server, cell.jail(), cell.ignored(), new TreeSet<>())
                                .attributes(contents));
            case "unit" -> unit(address, name, wanted.or(() -> written));
            default -> settings(address, name, wanted, written);
        };
    }

    private Optional<SortedMap<String, String>> settings(
            Address address, String name, Optional<Resource> wanted, Optional<Resource> written) {
        return switch (address.kind()) {
            case "sysctl" -> sysctl(name);
            case "swap" ->
                host.kernel().swap().map(size -> new SwapResource(server, size, new TreeSet<>()).attributes(contents));
            case "time-zone" ->
                Optional.of(new TimeZoneResource(server, host.kernel().zone(), new TreeSet<>()).attributes(contents));
            case "firewall" ->
                host.firewall()
                        .ours()
                        .map(openings -> new FirewallResource(
                                        server, openings, host.firewall().networks(), new TreeSet<>())
                                .attributes(contents));
            case "link-key" -> key(address, name);
            case "link" ->
                host.links().at(LinkName.of(name)).map(end -> end.link().attributes(end::key));
            case "sshd" -> Optional.of(sshd(wanted, written));
            case "engine" -> engine(wanted, written);
            default -> Optional.empty();
        };
    }

    private Optional<SortedMap<String, String>> user(String name) {
        return host.users()
                .at(name)
                .map(account -> new UserResource(
                                server,
                                UserName.of(name),
                                account.keys(),
                                account.groups(),
                                account.expires(),
                                new TreeSet<>())
                        .attributes(contents));
    }

    private Optional<SortedMap<String, String>> unit(Address address, String name, Optional<Resource> known) {
        if (!host.units().exists(name)) {
            return Optional.empty();
        }
        var state = host.units().state(name);
        SortedMap<String, String> attributes = new UnitResource(
                        server,
                        UnitName.of(name),
                        host.units().text(name),
                        state.enabled(),
                        state.active(),
                        new TreeMap<>(),
                        new TreeSet<>())
                .attributes(contents);
        machine.manifest().at(address).ifPresent(entry -> attributes.putAll(entry.remembered()));
        if (known.isPresent() && known.get() instanceof UnitResource unit) {
            unit.reads().forEach((path, content) -> {
                if (contents.of(content).equals(Fingerprints.UNAVAILABLE)) {
                    attributes.computeIfPresent("reads " + path, (key, old) -> Fingerprints.UNAVAILABLE);
                }
            });
        }
        return Optional.of(attributes);
    }

    private Optional<SortedMap<String, String>> key(Address address, String name) {
        return host.links()
                .key(name)
                .map(key -> new Attributes()
                        .put("key", isAsMade(address, key) ? LinkKeyResource.MADE : "not the one that was made")
                        .all());
    }

    private boolean isAsMade(Address address, String key) {
        return machine.manifest()
                .at(address)
                .filter(entry -> key.equals(entry.remembered().get("public-key")))
                .isPresent();
    }

    /** The public halves of keys that are as they were made. */
    Map<Address, String> publicKeys() {
        Map<Address, String> all = new TreeMap<>();
        machine.manifest().all().keySet().stream()
                .filter(address -> address.kind().equals("link-key"))
                .forEach(address -> host.links()
                        .key(address.rest())
                        .filter(key -> isAsMade(address, key))
                        .ifPresent(key -> all.put(address, key)));
        return all;
    }

    private Optional<SortedMap<String, String>> sysctl(String key) {
        Optional<String> now = host.kernel().setting(key);
        String suffix = now.equals(host.kernel().atBoot(key)) ? "" : " (until the next boot)";
        return now.map(value ->
                new SysctlResource(server, SysctlKey.of(key), value + suffix, new TreeSet<>()).attributes(contents));
    }

    private SortedMap<String, String> sshd(Optional<Resource> wanted, Optional<Resource> written) {
        SortedMap<String, String> effective = host.sshd().effective();
        NavigableMap<String, String> found = new TreeMap<>();
        for (Optional<Resource> one : List.of(wanted, written)) {
            if (one.isPresent() && one.get() instanceof SshdResource sshd) {
                sshd.settings().keySet().forEach(key -> found.put(key, effective.getOrDefault(key, "")));
            }
        }
        return found;
    }

    /** Its settings that shall be, or that we wrote; others may have more. */
    private Optional<SortedMap<String, String>> engine(Optional<Resource> wanted, Optional<Resource> written) {
        return machine.engine().settings().map(settings -> {
            Attributes found = new Attributes()
                    .flag(DaemonResource.STOPPED, !machine.engine().answers());
            for (Optional<Resource> one : List.of(wanted, written)) {
                if (one.isPresent() && one.get() instanceof DaemonResource daemon) {
                    daemon.settings().keySet().forEach(key -> found.put(key, Optional.ofNullable(settings.get(key))));
                }
            }
            return found.all();
        });
    }
}
