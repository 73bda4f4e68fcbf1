package kz.tapbot.runtime.reach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;

/** Programs that really listen on what is declared, in containers and on servers, and say who they are. */
final class LabListeners {

    /** Where a container listens that is not said to listen anywhere. */
    static final Port UNSAID = Port.tcp(9999);

    /** Where programs of a server listen that nobody has declared. */
    static final List<Port> UNDECLARED = List.of(Port.tcp(7801), Port.udp(7802));

    private LabListeners() {}

    /** The service, with a program that listens where it says. */
    static Service in(Service service, ServerName server) {
        List<String> words =
                new ArrayList<>(List.of("perl", "-e", program("listen.pl"), server + "/" + service.name()));
        ports(service).forEach(port -> words.add(port.toString()));
        return Service.builder().from(service).command(Command.of(words)).build();
    }

    /** Where its container listens. */
    static SortedSet<Port> ports(Service service) {
        SortedSet<Port> ports = new TreeSet<>(service.listens());
        for (Publication publication : service.publications()) {
            ports.add(new Port(publication.container(), publication.host().protocol()));
        }
        service.routes().forEach(route -> ports.add(Port.tcp(route.port())));
        if (ports.isEmpty()) {
            ports.add(UNSAID);
        }
        return ports;
    }

    /** Starts the programs of the server itself, in place of those of another estate. */
    static void start(LabServer machine, Server server) {
        Set<Port> ports = new TreeSet<>(server.firewall() ? UNDECLARED : List.of());
        server.open().stream().map(FirewallRule::port).forEach(ports::add);
        server.hostServices().stream().map(HostService::port).forEach(ports::add);
        String words = ports.stream().map(Port::toString).collect(Collectors.joining(" "));
        machine.sh(
                "if [ -e /run/listens ]; then kill $(cat /run/listens); while kill -0 $(cat /run/listens) 2>/dev/null; do sleep 0.1; done; fi\n"
                        + "setsid perl /root/listen.pl " + server.name() + " " + words
                        + " >/run/listens.log 2>&1 </dev/null & echo $! >/run/listens");
        await(machine, "", "\"perl\"", ports.size());
        for (Service service : server.services()) {
            boolean ours = !LabPages.isProxy(service);
            await(
                    machine,
                    "nsenter -n -t $(docker inspect -f '{{.State.Pid}}' " + service.name() + ") ",
                    ours ? "\"perl\"" : ":\\(80\\|443\\) .*\"caddy\"",
                    ports(service).size());
        }
    }

    /** Waits until a program listens on so many ports. */
    private static void await(LabServer machine, String inside, String program, int count) {
        machine.sh("for try in $(seq 100); do [ \"$(" + inside + "ss -Hlntup | grep -c '" + program + "')\" -ge "
                + count + " ] && exit 0; sleep 0.1; done; " + inside + "ss -lntup; cat /run/listens.log; exit 1");
    }

    static String program(String name) {
        try (InputStream in = LabListeners.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
