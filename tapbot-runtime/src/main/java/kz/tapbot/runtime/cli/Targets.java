package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;

/** Which services a user means: by name, by server and name, or by address. */
final class Targets {

    private Targets() {}

    /** Those that are named, or all; on the server of {@code --server} alone if it is given. */
    static List<ServiceId> services(Invocation in, Topology topology) {
        Set<ServiceId> all = all(topology, in.server(topology));
        if (in.arguments().operands().isEmpty()) {
            if (all.isEmpty()) {
                throw new UsageException("No service is declared there.", "\"show\" lists what is declared.");
            }
            return List.copyOf(all);
        }
        TreeSet<ServiceId> named = new TreeSet<>();
        in.arguments().operands().forEach(text -> named.addAll(meant(text, all)));
        return List.copyOf(named);
    }

    /** The servers, or the one of {@code --server}. */
    static List<ServerName> servers(Invocation in, Topology topology) {
        Optional<ServerName> only = in.server(topology);
        return topology.servers().stream()
                .filter(server -> !server.planned())
                .map(Server::name)
                .filter(name -> only.map(name::equals).orElse(true))
                .toList();
    }

    /** The server that is named. */
    static ServerName server(String text, Topology topology) {
        return topology.servers().stream()
                .filter(server -> !server.planned())
                .map(Server::name)
                .filter(name -> name.value().equals(text))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "The topology has no server " + Shown.of(text) + ".",
                        "Its servers are: "
                                + topology.servers().stream().map(Server::name).toList() + "."));
    }

    /** The one that is named. */
    static ServiceId service(Invocation in, Topology topology) {
        String text = in.arguments().operand().orElse("");
        List<ServiceId> meant = meant(text, all(topology, in.server(topology)));
        if (meant.size() > 1) {
            throw new UsageException(
                    Shown.of(text) + " is on several servers.", "Say which: " + meant.get(0) + " or --server NAME.");
        }
        return meant.get(0);
    }

    private static Set<ServiceId> all(Topology topology, Optional<ServerName> only) {
        TreeSet<ServiceId> all = new TreeSet<>();
        for (Server server : topology.servers()) {
            if (!server.planned() && only.map(server.name()::equals).orElse(true)) {
                server.services().forEach(service -> all.add(new ServiceId(server.name(), service.name())));
            }
        }
        return all;
    }

    private static List<ServiceId> meant(String text, Set<ServiceId> all) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String name = kind.equals("service") || kind.equals("container") ? text.substring(colon + 1) : text;
        List<ServiceId> meant = all.stream()
                .filter(service -> service.toString().equals(name)
                        || service.service().value().equals(name))
                .toList();
        if (meant.isEmpty()) {
            throw new UsageException("There is no service " + Shown.of(text) + ".", hint(name, all));
        }
        return meant;
    }

    private static String hint(String name, Set<ServiceId> all) {
        if (all.stream().anyMatch(service -> service.server().value().equals(name))) {
            return name + " is a server: --server " + name + ".";
        }
        return Nearest.of(
                        name,
                        all.stream().map(service -> service.service().value()).toList())
                .map(near -> "Did you mean " + near + "?")
                .orElse("Services: " + all + ".");
    }
}
