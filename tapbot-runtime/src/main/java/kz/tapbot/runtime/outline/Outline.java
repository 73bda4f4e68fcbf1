package kz.tapbot.runtime.outline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;

/**
 * The part of a declaration that decides who reaches what: servers, firewall, networks, publications, routes with their logins, address sets and
 * links. Nothing else is remembered on a server: no environment, no file, no command, no label, no name of a secret but those of logins.
 */
public final class Outline {

    private Outline() {}

    /** The outline of a topology, itself a topology. */
    public static Topology of(Topology topology) {
        return Topology.builder()
                .name(topology.name())
                .addressSets(topology.addressSets())
                .servers(topology.servers().stream().map(Outline::of).toList())
                .links(topology.links())
                .build();
    }

    private static Server of(Server server) {
        return Server.builder()
                .name(server.name())
                .host(server.host())
                .ipv6(server.ipv6())
                .ssh(server.ssh())
                .administeredFrom(server.administeredFrom())
                .planned(server.planned())
                .firewall(server.firewall())
                .open(server.open())
                .networks(server.networks())
                .hostServices(server.hostServices().stream()
                        .map(service -> HostService.builder()
                                .from(service)
                                .files(List.of())
                                .build())
                        .toList())
                .services(server.services().stream().map(Outline::of).toList())
                .build();
    }

    private static Service of(Service service) {
        return Service.builder()
                .name(service.name())
                .kind(service.kind())
                .image(service.image())
                .networks(service.networks())
                .listens(service.listens())
                .publications(service.publications())
                .routes(service.routes())
                .traits(service.traits())
                .planned(service.planned())
                .build();
    }

    /** The outline of a topology as it is kept: the JSON form, compressed. Equal outlines give equal bytes. */
    public static byte[] bytes(Topology topology) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(TopologyJson.write(of(topology)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What was kept; nothing where it is of a version that is not read any more, or was spoilt: then it counts as not known. */
    public static Optional<Topology> read(byte[] kept) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(kept))) {
            return TopologyJson.read(in, "what was last applied").topology();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
