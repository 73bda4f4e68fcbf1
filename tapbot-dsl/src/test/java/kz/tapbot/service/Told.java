package kz.tapbot.service;

import java.util.Optional;
import java.util.function.BiConsumer;
import kz.tapbot.Draft;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.value.Command;

/** A service as text with everything that was said of it, for tests that compare it whole. */
final class Told {

    private Told() {}

    /** A topology with one server {@code data} and the networks {@code web} and {@code database}. */
    static Draft estate(BiConsumer<ServerRef, Networks> body) {
        return Tapbot.draft("estate", t -> {
            ServerRef data = t.server("data", HostAddress.of("203.0.113.20"));
            body.accept(data, new Networks(data.network("web"), data.network("database", n -> n.internal())));
        });
    }

    record Networks(NetworkRef web, NetworkRef database) {}

    static Service service(Topology topology, String id) {
        return topology.service(ServiceId.of(id)).orElseThrow();
    }

    static HostService hostService(Topology topology, String server) {
        return topology.server(ServerName.of(server))
                .orElseThrow()
                .hostServices()
                .get(0);
    }

    static String file(Topology topology, String id, String path) {
        return service(topology, id).files().stream()
                .filter(file -> file.path().value().equals(path))
                .findFirst()
                .orElseThrow()
                .content()
                .redacted();
    }

    static String text(Topology topology, String id) {
        Service service = service(topology, id);
        StringBuilder out = new StringBuilder();
        line(out, "image", service.image());
        line(out, "kind", service.kind());
        service.entrypoint().ifPresent(command -> line(out, "entrypoint", words(command)));
        service.command().ifPresent(command -> line(out, "command", words(command)));
        service.networks().forEach(network -> line(out, "network", network.network()));
        service.listens().forEach(port -> line(out, "listens", port));
        service.publications().forEach(open -> line(out, "publishes", open.host() + " from " + open.from()));
        service.environment()
                .forEach((name, value) ->
                        line(out, "env", name + "=" + value.text().orElse("‹secret›")));
        service.files().forEach(file -> line(out, "file", of(file)));
        service.mounts().forEach(mount -> line(out, "mount", of(mount)));
        service.needs().forEach(need -> line(out, "needs", need.service() + (need.healthy() ? " healthy" : "")));
        service.healthCheck()
                .ifPresent(check -> line(out, "health", words(check.command()) + " from " + check.startPeriod()));
        service.limits().memory().ifPresent(memory -> line(out, "memory", memory));
        line(
                out,
                "confined",
                "readOnlyRoot=" + service.confinement().readOnlyRoot() + " noNewPrivileges="
                        + service.confinement().noNewPrivileges() + " drops="
                        + service.confinement().droppedCapabilities() + " adds="
                        + service.confinement().addedCapabilities());
        line(out, "stopGrace", service.stopGrace());
        service.labels().forEach((key, value) -> line(out, "label", key + "=" + value));
        service.routes().forEach(route -> line(out, "route", of(route)));
        service.stores().forEach(data -> line(out, "stores", of(data)));
        service.provisions().forEach(made -> line(out, "provides", of(made)));
        line(out, "is", service.traits());
        return out.toString();
    }

    private static void line(StringBuilder out, String key, Object value) {
        out.append(key).append(' ').append(value).append('\n');
    }

    /** Scripts have tests of their own. */
    private static String words(Command command) {
        return String.join(
                " ",
                command.arguments().stream()
                        .map(word -> word.contains("\n") || word.contains(">&3") ? "‹script›" : word)
                        .toList());
    }

    private static String of(ContainerFile file) {
        boolean secretOnly = file.content().parts().size() == 1
                && file.content().parts().get(0).secret().isPresent();
        return file.path() + " " + file.mode() + " " + file.owner()
                + (secretOnly ? " " + file.content().redacted() : "");
    }

    private static String of(Mount mount) {
        return mount.target() + " "
                + mount.volume()
                        .map(Object::toString)
                        .or(() -> mount.host().map(Object::toString))
                        .or(() -> mount.memory().map(size -> "memory " + size))
                        .orElseThrow()
                + (mount.readOnly() ? " read-only" : "");
    }

    private static String of(Route route) {
        return route.host() + route.path() + " by " + route.proxy().service() + " to " + route.port() + " login "
                + route.login().kind() + " " + route.openTo();
    }

    private static String of(StoredData data) {
        return data.name() + " " + data.kind() + " in " + data.volume().orElseThrow() + command(" dump ", data.dump())
                + command(" restore ", data.restore())
                + data.noBackupBecause().map(reason -> " not saved: " + reason).orElse("");
    }

    private static String of(Provision made) {
        return made.kind() + " " + made.name() + " " + made.attributes() + " probe " + words(made.probe()) + " create "
                + words(made.create());
    }

    private static String command(String before, Optional<Command> command) {
        return command.map(it -> before + words(it)).orElse("");
    }
}
