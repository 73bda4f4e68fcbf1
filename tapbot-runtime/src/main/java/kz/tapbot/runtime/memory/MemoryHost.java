package kz.tapbot.runtime.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.memory.internal.host.Calendar;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.host.Jails;
import kz.tapbot.runtime.memory.internal.host.Node;
import kz.tapbot.runtime.memory.internal.machine.Machine;

/** A simulated host by hand: what somebody at its console sees, and changes behind Tapbot's back. None of it counts as an operation. */
public final class MemoryHost {

    private final Machine machine;
    private final Host host;

    MemoryHost(Machine machine) {
        this.machine = machine;
        host = machine.host();
    }

    /**
     * Makes it a machine of another distribution.
     *
     * @param release as {@code os-release(5)} has it: {@code debian 12}
     */
    public void runs(String release) {
        change(() -> host.release(release));
    }

    /** The text of a file, if there is one. */
    public Optional<String> text(HostPath path) {
        return see(() -> host.files().text(path.value()));
    }

    /** Mode and owner of what stands at a path, as {@code 0644 0}. */
    public Optional<String> access(HostPath path) {
        return see(() -> host.files().at(path.value()))
                .map(node -> new FileMode(node.mode() & 0777) + " " + node.owner());
    }

    /** Writes a file. */
    public void write(HostPath path, String text, FileMode mode, int owner) {
        change(() -> host.files().write(path.value(), text.getBytes(UTF_8), mode.bits(), owner));
    }

    /** Removes a file. */
    public void remove(HostPath path) {
        change(() -> host.files().remove(path.value()));
    }

    /** Puts a symbolic link. */
    public void link(HostPath path, HostPath target) {
        change(() -> host.files().link(path.value(), target.value()));
    }

    /** Puts another key in the place of that of a link, which has a number. */
    public void replaceLinkKey(LinkName link, int number) {
        change(() -> host.links().replaceKey(link + "." + number));
    }

    /** Takes the interface of a link down for good, as {@code ip link del}. */
    public void removeLink(LinkName link) {
        change(() -> host.links().remove(link));
    }

    /** Makes a user without keys. */
    public void addUser(UserName name) {
        change(() -> host.users()
                .put(name.value(), Collections.emptySortedSet(), Collections.emptySortedSet(), Optional.empty()));
    }

    /** Lets a user run commands as root by a file of sudoers.d that is not ours. */
    public void allowSudo(UserName name, SortedSet<String> commands) {
        change(() -> host.users().grant("90-" + name, name.value(), commands));
    }

    /** Installs or removes a package. */
    public void setPackage(PackageName name, boolean installed) {
        change(() -> {
            if (installed) {
                host.packages().install(name.value());
                host.units().installed(name.value());
                host.jails().installed(name.value());
            } else {
                host.packages().remove(name.value());
                host.units().removed(name.value());
            }
        });
    }

    /** Writes a unit and brings it into a state. */
    public void setUnit(UnitName name, String text, boolean enabled, boolean active) {
        change(() -> {
            host.units().write(name.value(), text);
            host.units().bring(name.value(), enabled, active);
        });
    }

    /** Enables and starts a unit that is there, or not. */
    public void setUnit(UnitName name, boolean enabled, boolean active) {
        change(() -> host.units().bring(name.value(), enabled, active));
    }

    /** When a timer that runs is next due, if ever, by its {@code OnCalendar=} lines in the time zone of the server. */
    public Optional<Instant> nextRun(UnitName timer) {
        return see(() -> host.units().state(timer.value()).active()
                ? new Calendar(host.kernel().zone())
                        .next(
                                host.units().text(timer.value()).orElse(""),
                                machine.pulse().now())
                : Optional.empty());
    }

    /** Sets a kernel setting until the next boot. */
    public void setSysctl(SysctlKey key, String value) {
        change(() -> host.kernel().setRunning(key.value(), value));
    }

    /** Turns UFW on, with a rule for each port, or off. */
    public void setUfw(boolean on, SortedMap<Port, SortedSet<Cidr>> allows) {
        change(() -> {
            host.firewall().ufw(on);
            allows.forEach(host.firewall()::ufwAllow);
        });
    }

    /** Throws our rules out of the packet filter. */
    public void flushFirewall() {
        change(() -> host.firewall().ours(Optional.empty()));
    }

    /** Sets a jail. */
    public void setJail(Jail jail, SortedSet<Cidr> ignored) {
        change(() -> host.jails().put(new Jails.Cell(jail, new TreeSet<>(ignored))));
    }

    /** Somebody fails to log in by SSH so many times. */
    public void failedLogins(IpAddress from, int times) {
        change(() -> host.jails().failures("sshd", from, times, machine.pulse().now()));
    }

    /** The files below a directory, with mode and owner. */
    public SortedSet<String> filesBelow(HostPath directory) {
        return see(() -> {
            SortedSet<String> all = new TreeSet<>();
            host.files().below(directory.value()).forEach((path, node) -> {
                if (node.kind() == Node.Kind.FILE) {
                    all.add(path + " " + new FileMode(node.mode() & 0777) + " " + node.owner());
                }
            });
            return all;
        });
    }

    private <T> T see(Supplier<T> look) {
        synchronized (machine) {
            machine.undo().tick();
            return look.get();
        }
    }

    private void change(Runnable change) {
        synchronized (machine) {
            machine.undo().tick();
            change.run();
        }
    }
}
