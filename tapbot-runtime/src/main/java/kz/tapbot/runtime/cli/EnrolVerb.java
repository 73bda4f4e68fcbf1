package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshJump;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.ssh.HostKey;
import kz.tapbot.ssh.HostKeyScan;
import kz.tapbot.ssh.SshException;
import kz.tapbot.ssh.SshLimits;

/** {@code enrol}: which host keys servers offer, as lines for the declaration. It logs in nowhere, and writes nothing. */
final class EnrolVerb implements Verb {

    private static final Set<String> USABLE = Set.of("ssh-ed25519", "ssh-rsa");

    private final Scan scan;

    EnrolVerb() {
        this((host, port) -> HostKeyScan.of(host, port, SshLimits.standard()));
    }

    EnrolVerb(Scan scan) {
        this.scan = scan;
    }

    /** Asks an address for its host keys. */
    interface Scan {
        List<HostKey> of(String host, int port) throws SshException;
    }

    @Override
    public ExitCode run(Invocation in) {
        Topology topology = in.topology();
        Optional<ServerName> only = in.server(topology);
        List<Offer> offers = topology.servers().stream()
                .filter(server -> only.map(server.name()::equals).orElse(!server.planned()))
                .flatMap(this::ask)
                .toList();
        ExitCode code =
                offers.stream().allMatch(offer -> offer.unreachable().isEmpty()) ? ExitCode.DONE : ExitCode.UNREACHABLE;
        if (in.json()) {
            in.outExactly(in.document(code)
                    .put("servers", offers.stream().map(Offer::json).toList())
                    .pretty());
            return code;
        }
        in.outExactly(offers.stream().map(Offer::text).collect(Collectors.joining("\n")));
        if (offers.stream().anyMatch(offer -> !offer.keys().isEmpty())) {
            in.out("");
            in.out("""
                    Whoever stands between you and a server can offer keys of their own. Compare before you paste, by another way:
                    at the provider's console, or on the machine itself, with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub""".stripTrailing());
        }
        return code;
    }

    private Stream<Offer> ask(Server server) {
        String host = server.host().value();
        int port = server.ssh().port();
        Set<HostKeyFingerprint> pinned = server.ssh().hostKeys();
        return server.ssh()
                .jump()
                .map(jump -> Stream.of(
                        ask(server.name(), true, jump.host().value(), jump.port(), jump.hostKeys()),
                        new Offer(
                                server.name(),
                                false,
                                host,
                                port,
                                pinned,
                                List.of(),
                                Optional.of(behind(jump, host, port)))))
                .orElseGet(() -> Stream.of(ask(server.name(), false, host, port, pinned)));
    }

    private Offer ask(ServerName server, boolean jump, String host, int port, Set<HostKeyFingerprint> pinned) {
        try {
            return new Offer(server, jump, host, port, pinned, scan.of(host, port), Optional.empty());
        } catch (SshException e) {
            return new Offer(server, jump, host, port, pinned, List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static String behind(SshJump jump, String host, int port) {
        return "It is reached only from " + jump.host()
                + ", and nobody is logged in to for this. Ask there: ssh-keyscan -p " + port + " " + host
                + " | ssh-keygen -lf -";
    }

    /** What a server, or the machine that is logged in to before it, offers, or why it was not reached. */
    private record Offer(
            ServerName server,
            boolean jump,
            String host,
            int port,
            Set<HostKeyFingerprint> pinned,
            List<HostKey> keys,
            Optional<String> unreachable) {

        private boolean isPinned(HostKey key) {
            return pinned.contains(HostKeyFingerprint.of(key.fingerprint()));
        }

        private static String type(HostKey key) {
            return key.type().orElse("unknown");
        }

        /** The pinned ones that nobody showed. */
        private Set<String> missing() {
            Set<String> missing = new TreeSet<>();
            pinned.forEach(key -> missing.add(key.value()));
            keys.forEach(key -> missing.remove(key.fingerprint()));
            return missing;
        }

        String text() {
            StringBuilder out = new StringBuilder(
                    (jump ? "Before server " : "Server ") + server + ", " + host + " port " + port + "\n");
            unreachable.ifPresent(why -> out.append("  ").append(why).append('\n'));
            for (HostKey key : keys) {
                String state = isPinned(key)
                        ? "pinned"
                        : USABLE.contains(type(key)) ? "not pinned" : "of a type that Tapbot does not use";
                out.append("  %-19s  %s  %s%n"
                        .formatted(type(key), key.fingerprint(), state)
                        .replace("\r", ""));
            }
            if (!keys.isEmpty()) {
                missing()
                        .forEach(key -> out.append("  pinned, not offered  ")
                                .append(key)
                                .append('\n'));
                lines(out);
            }
            return out.toString();
        }

        private void lines(StringBuilder out) {
            List<HostKey> fresh = new ArrayList<>(keys);
            fresh.removeIf(key -> isPinned(key) || !USABLE.contains(type(key)));
            if (!fresh.isEmpty() && keys.stream().noneMatch(this::isPinned)) {
                String said = "hostKey(\"" + fresh.get(0).fingerprint() + "\")";
                out.append("  to pin the first:\n    .ssh(ssh -> ssh.")
                        .append(jump ? "through(HostAddress.of(\"" + host + "\"), jump -> jump." + said + ")" : said)
                        .append(")\n");
            }
        }

        Json json() {
            return new Json()
                    .put("server", server)
                    .put("jump", jump)
                    .put("host", host)
                    .put("port", port)
                    .put("reached", unreachable.isEmpty())
                    .put("unreachable", unreachable)
                    .put("keys", keys.stream().map(this::json).toList())
                    .put("notOffered", unreachable.isEmpty() ? List.copyOf(missing()) : List.of());
        }

        private Json json(HostKey key) {
            return new Json()
                    .put("type", type(key))
                    .put("fingerprint", key.fingerprint())
                    .put("pinned", isPinned(key))
                    .put("usable", USABLE.contains(type(key)));
        }
    }
}
