package kz.tapbot.runtime.compose.internal.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.server.Server;

/** What of a server, and of the topology around it, is no matter of containers. */
final class HostSide {

    private static final String BY_HAND = "Set it on the server by hand.";

    private final Server server;
    private final Missing missing;

    private HostSide(Server server, Missing missing) {
        this.server = server;
        this.missing = missing;
    }

    static void tell(Topology topology, Server server, Missing missing) {
        HostSide side = new HostSide(server, missing);
        side.guards();
        side.system();
        side.inside();
        around(topology, server, missing);
    }

    private void guards() {
        if (server.firewall()) {
            tell("firewall", "the firewall, which refuses what is not declared", BY_HAND);
        }
        some("administeredFrom", "whose addresses administer it", server.administeredFrom());
        some("open", "the ports of the server itself that are open", server.open());
        some(
                "jails",
                "the jails of the intrusion prevention",
                names(server.jails().stream().map(jail -> jail.name()).toList()));
        tell("ssh", "how it is reached by SSH", BY_HAND);
        some(
                "delegates",
                "the accounts of helpers",
                names(server.delegates().stream().map(one -> one.name()).toList()));
    }

    private void system() {
        server.updates().ifPresent(policy -> tell("updates", "how packages are kept up to date", BY_HAND));
        server.swap().ifPresent(swap -> tell("swap", "the swap file of " + swap, BY_HAND));
        some("sysctl", "kernel settings", server.sysctl().keySet());
        some("packages", "the packages that are installed", server.packages());
        some("directories", "the directories that are made", server.directories());
    }

    private void inside() {
        server.hostServices()
                .forEach(service -> missing.tell(
                        kz.tapbot.model.name.Address.on(
                                server.name(), "host-service", service.name().value()),
                        service.places(),
                        "",
                        "the service " + service.name() + " on the server itself",
                        BY_HAND));
        server.networks().forEach(network -> {
            if (network.internal() && network.subnetIpv6().isPresent()) {
                missing.tell(
                        kz.tapbot.model.name.Address.on(
                                server.name(), "network", network.name().value()),
                        network.places(),
                        "subnetIpv6",
                        "for docker-compose 1.x: IPv6 of a network, which only Compose 2 turns on",
                        "Use \"docker compose\".");
            }
        });
        some("retired", "data that may be removed", server.retired());
    }

    private static void around(Topology topology, Server server, Missing missing) {
        for (Backup backup : topology.backups()) {
            boolean ofThis = backup.sources().stream()
                    .anyMatch(source -> source.toString().contains(server.name() + "/"));
            if (ofThis) {
                missing.tell(
                        kz.tapbot.model.name.Address.of("backup", backup.name()),
                        backup.places(),
                        "",
                        "the backup " + backup.name(),
                        "Back up by hand until Tapbot does.");
            }
        }
        for (RegistryLogin login : topology.registryLogins()) {
            boolean forThis = server.services().stream()
                    .anyMatch(service -> service.image().registry().equals(login.registry()));
            if (forThis) {
                missing.tell(
                        login.address(),
                        login.places(),
                        "",
                        "the login for the registry " + login.registry(),
                        "Run \"docker login " + login.registry() + "\" on the server, as user " + login.user() + ".");
            }
        }
        for (Link link : topology.links()) {
            if (link.servers().contains(server.name())) {
                missing.tell(
                        kz.tapbot.model.name.Address.of("link", link.name()),
                        link.places(),
                        "",
                        "the encrypted link " + link.name() + " to other servers",
                        BY_HAND);
            }
        }
    }

    private void some(String setting, String what, Collection<?> which) {
        if (!which.isEmpty()) {
            tell(setting, what + ": " + String.join(", ", names(which)), BY_HAND);
        }
    }

    private static List<String> names(Collection<?> things) {
        List<String> all = new ArrayList<>();
        things.forEach(thing -> all.add(thing.toString()));
        return all;
    }

    private void tell(String setting, String what, String advice) {
        Places places = server.places();
        missing.tell(server.address(), places, setting, what, advice);
    }
}
