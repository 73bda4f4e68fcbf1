package kz.tapbot.runtime.memory.internal.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.memory.internal.engine.Engine;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.host.Node;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.ownership.Mark;

/** A simulated server as text, without what differs between two runs that had the same effect: times, numbers, the values of secrets. */
public final class Portrait {

    private static final String CONTAINERS = "/var/lib/tapbot/containers";

    private final Machine machine;
    private final Host host;
    private final StringBuilder out = new StringBuilder();

    /** Of that server. */
    public Portrait(Machine machine) {
        this.machine = machine;
        host = machine.host();
    }

    /** The text. */
    public String text() {
        out.append("server ").append(machine.name()).append('\n');
        line("packages", host.packages().all());
        files();
        host.users()
                .all()
                .forEach((name, user) -> line(
                        "user " + name,
                        user.keys() + " " + user.groups() + " "
                                + user.expires().map(Object::toString).orElse("never")));
        host.users()
                .sudoers()
                .forEach(name -> line("sudo " + name, host.users().mayRun(name).orElseThrow()));
        host.units().all().forEach((name, state) -> line("unit " + name, state));
        line("sysctl", host.kernel().running());
        line("sysctl at boot", host.kernel().persisted());
        line("swap", host.kernel().swap().map(Object::toString).orElse("none"));
        line("time zone", host.kernel().zone());
        line("firewall", host.firewall().ours().map(Object::toString).orElse("none"));
        if (!host.firewall().networks().isEmpty()) {
            line("networks apart", host.firewall().networks());
        }
        host.links()
                .all()
                .forEach((name, end) -> line("link " + name, end.link().attributes(this::key)));
        line("ufw", host.firewall().ufw() + " " + host.firewall().ufwAllows());
        host.jails().all().forEach((name, cell) -> line("jail " + name, cell));
        line("listeners", new Ports(machine).listeners());
        engine();
        kept();
        return out.toString();
    }

    /** Whose key it is: the key itself is another one each time. */
    private Optional<String> key(Address address) {
        return Optional.of(address.toString());
    }

    private void files() {
        host.files().below("/").forEach((path, node) -> {
            if (!path.startsWith(CONTAINERS)) {
                line(node.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + path, describe(node));
            }
        });
    }

    private void engine() {
        Engine engine = machine.engine();
        line("engine", engine.settings().map(Object::toString).orElse("none") + (engine.answers() ? "" : " stopped"));
        line("images", engine.images().all());
        engine.networks()
                .forEach((name, network) -> line(
                        "network " + name,
                        network.made().attributes(ByHand.FINGERPRINTS) + owner("network", name, network.mark())));
        engine.volumes()
                .forEach(
                        (name, volume) -> line("volume " + name, volume.data() + owner("volume", name, volume.mark())));
        engine.containers().values().forEach(this::container);
    }

    private void container(SimContainer container) {
        SortedMap<String, String> attributes = new TreeMap<>(container.made().attributes(ByHand.FINGERPRINTS));
        String directory = container.files();
        host.files().below(directory).forEach((path, node) -> {
            if (node.kind() == Node.Kind.FILE) {
                attributes.put("file " + path.substring(directory.length()), describe(node));
            }
        });
        line(
                "container " + container.name(),
                container.state() + " " + attributes + " " + container.layer()
                        + owner("container", container.name(), container.mark()));
    }

    private void kept() {
        machine.manifest()
                .all()
                .forEach((address, entry) ->
                        line("manifest " + address, machine.ownership().owner(address)));
        line("secrets", machine.vault().names());
        line("unconfirmed", machine.undo().waiting());
        line("lock", machine.bolt().holder().isPresent() ? "held" : "free");
    }

    private String owner(String kind, String name, Optional<Mark> mark) {
        Owner owner = machine.ownership().owner(Address.on(machine.name(), kind, name), mark);
        return " of " + owner;
    }

    private static String describe(Node node) {
        return switch (node.kind()) {
            case DIRECTORY -> FileThings.octal(node) + " " + node.owner();
            case LINK -> node.target();
            case FILE ->
                FileThings.octal(node) + " " + node.owner() + " "
                        + (node.note().isEmpty()
                                ? digest(node.bytes())
                                : digest(node.note().getBytes(UTF_8)));
        };
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void line(String what, Object value) {
        out.append("  ").append(what).append(": ").append(value).append('\n');
    }
}
