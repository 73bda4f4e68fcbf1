package kz.tapbot.runtime.memory.internal.machine;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.host.Node;
import kz.tapbot.runtime.memory.internal.host.Sshd;
import kz.tapbot.runtime.memory.internal.host.Units;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Remembers how the thing of an address is, whose it is, and puts both back. */
final class Snapshots {

    private Snapshots() {}

    /** What puts the thing back. */
    static Runnable of(Machine machine, Address address) {
        Runnable thing = thing(machine.host(), address);
        Optional<Manifest.Entry> entry = machine.manifest().at(address);
        return () -> {
            thing.run();
            machine.manifest().restore(address, entry);
        };
    }

    private static Runnable thing(Host host, Address address) {
        String name = address.rest();
        return switch (address.kind()) {
            case "firewall" -> {
                var before = host.firewall().ours();
                var networks = host.firewall().networks();
                yield () -> {
                    host.firewall().ours(before);
                    host.firewall().networks(networks);
                };
            }
            case "sshd" -> file(host, Sshd.OURS);
            case "file", "directory" -> file(host, "/" + name);
            case "user" -> {
                var before = host.users().at(name);
                yield () -> host.users().restore(name, before);
            }
            case "sudo" -> {
                var before = host.users().grants(Machine.sudoFile(name));
                yield () -> host.users().restoreGrants(Machine.sudoFile(name), before);
            }
            case Incident.BAN, Incident.USER_LOCK, Incident.ISOLATION ->
                host.barred().snapshot(address);
            case "jail" -> {
                var before = host.jails().at(name);
                yield () -> host.jails().restore(name, before);
            }
            default -> system(host, address, name);
        };
    }

    private static Runnable system(Host host, Address address, String name) {
        return switch (address.kind()) {
            case "unit" -> {
                var state = host.units().known(name);
                Runnable text = file(host, Units.DIRECTORY + name);
                yield () -> {
                    text.run();
                    host.units().restore(name, state);
                };
            }
            case "sysctl" -> {
                var running = host.kernel().setting(name);
                var written = Optional.ofNullable(host.kernel().persisted().get(name));
                yield () -> host.kernel().restore(name, running, written);
            }
            case "time-zone" -> {
                var zone = host.kernel().zone();
                yield () -> host.kernel().zone(zone);
            }
            default ->
                throw new OperationFailedException(
                        "The state of " + address + " cannot be remembered to be taken back.");
        };
    }

    private static Runnable file(Host host, String path) {
        Optional<Node> before = host.files().at(path);
        return () -> host.files().restore(path, before);
    }
}
