package kz.tapbot.runtime.view;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.volume.Volume;

/** A server and everything that is declared on it. */
final class ServerThings {

    private final Server server;
    private final List<ThingDraft> drafts = new ArrayList<>();

    private ServerThings(Server server) {
        this.server = server;
    }

    static List<ThingDraft> of(Server server) {
        ServerThings things = new ServerThings(server);
        things.server();
        server.networks().forEach(things::network);
        server.volumes().forEach(things::volume);
        server.services().forEach(things::service);
        server.hostServices().forEach(things::hostService);
        return things.drafts;
    }

    private void server() {
        ThingDraft draft = new ThingDraft(server.address(), server.places())
                .flag("planned", server.planned())
                .fact("address", server.host())
                .fact("IPv6", server.ipv6())
                .fact("system", server.system())
                .fact(
                        "size",
                        server.size()
                                .map(size ->
                                        size.cpus() + " CPU, " + size.memory() + " memory, " + size.disk() + " disk"))
                .fact("provider", server.provider().map(provider -> provider.name()))
                .fact("cost", server.provider().flatMap(provider -> provider.cost()))
                .fact("SSH", server.ssh().user() + " at port " + server.ssh().port())
                .fact("SSH through", server.ssh().jump().map(jump -> jump.user() + "@" + jump.host()))
                .list("administered from", server.administeredFrom())
                .fact("firewall", server.firewall() ? "yes" : "no")
                .list("packages", server.packages())
                .list("jails", server.jails().stream().map(jail -> jail.name()).toList())
                .list(
                        "people",
                        server.delegates().stream().map(person -> person.name()).toList());
        server.administeredFrom().forEach(set -> draft.needs(Address.of("addresses", set)));
        server.open().forEach(rule -> rule.from().forEach(set -> draft.needs(Address.of("addresses", set))));
        drafts.add(draft);
    }

    private void network(Network network) {
        drafts.add(on("network", network.name().value(), network.places())
                .flag("internal", network.internal())
                .fact("IPv4", network.subnet())
                .fact("IPv6", network.subnetIpv6())
                .needs(server.address()));
    }

    private void volume(Volume volume) {
        drafts.add(on("volume", volume.name().value(), volume.places())
                .fact("expected size", volume.expectedSize())
                .fact("no backup because", volume.noBackupBecause())
                .needs(server.address()));
    }

    private void hostService(HostService service) {
        ThingDraft draft = on("host-service", service.name().value(), service.places())
                .fact("kind", service.kind())
                .fact("package", service.packageName())
                .fact("unit", service.unit())
                .fact("port", service.port())
                .list("open to", service.openTo())
                .fact("host name", service.host())
                .needs(server.address());
        service.openTo().forEach(set -> draft.needs(Address.of("addresses", set)));
        drafts.add(draft);
    }

    private void service(Service service) {
        ServiceId id = new ServiceId(server.name(), service.name());
        ThingDraft draft = new ThingDraft(id.address(), service.places())
                .flag("planned", service.planned())
                .fact("kind", service.kind())
                .fact("image", service.image())
                .list(
                        "networks",
                        service.networks().stream()
                                .map(each -> each.network().network())
                                .toList())
                .list("listens on", service.listens())
                .list(
                        "published",
                        service.publications().stream().map(ServerThings::text).toList())
                .list("host names", service.routes().stream().map(Route::host).toList())
                .list("mounts", service.mounts().stream().map(Mount::target).toList())
                .list("files", service.files().stream().map(file -> file.path()).toList())
                .list("environment", service.environment().keySet())
                .list(
                        "needs",
                        service.needs().stream().map(need -> need.service()).toList())
                .list("calls", service.calls())
                .fact("memory", service.limits().memory())
                .fact("CPU", service.limits().cpus())
                .fact(
                        "health check",
                        service.healthCheck()
                                .map(check -> String.join(" ", check.command().arguments())))
                .needs(server.address());
        references(draft, service);
        drafts.add(draft);
        service.stores().forEach(data -> stored(id, data));
    }

    private static void references(ThingDraft draft, Service service) {
        for (Attachment attachment : service.networks()) {
            draft.needs(attachment.network().address());
        }
        service.mounts().forEach(mount -> mount.volume().ifPresent(volume -> draft.needs(volume.address())));
        service.needs().forEach(need -> draft.needs(need.service().address()));
        service.calls().forEach(name -> draft.needs(Address.of("outside", name)));
        service.publications()
                .forEach(publication -> publication.from().forEach(set -> draft.needs(Address.of("addresses", set))));
        for (Route route : service.routes()) {
            draft.needs(route.proxy().address());
            draft.secrets(route.login().password().stream().toList());
            route.openTo().forEach(set -> draft.needs(Address.of("addresses", set)));
        }
        for (EnvironmentValue value : service.environment().values()) {
            draft.secrets(value.secret().stream().toList());
        }
        service.files().forEach(file -> draft.secrets(file.content().secrets()));
        service.provisions().forEach(provision -> provision.input().ifPresent(input -> draft.secrets(input.secrets())));
    }

    private void stored(ServiceId service, StoredData data) {
        ThingDraft draft = new ThingDraft(new DataId(service, data.name()).address(), data.places())
                .fact("kind", data.kind())
                .fact("volume", data.volume())
                .fact("no backup because", data.noBackupBecause())
                .needs(service.address());
        data.volume().ifPresent(volume -> draft.needs(volume.address()));
        drafts.add(draft);
    }

    private ThingDraft on(String kind, String name, kz.tapbot.model.place.Places places) {
        return new ThingDraft(Address.on(server.name(), kind, name), places);
    }

    private static String text(Publication publication) {
        return publication.host()
                + publication.bind().map(bind -> " at " + bind).orElse("");
    }
}
