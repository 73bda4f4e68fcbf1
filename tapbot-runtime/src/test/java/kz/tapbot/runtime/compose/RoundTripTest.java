package kz.tapbot.runtime.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Exported;
import kz.tapbot.runtime.compose.result.Imported;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What Compose can carry comes back as it went. */
class RoundTripTest {

    @Property(tries = 300)
    void an_exported_server_is_imported_as_it_was(@ForAll("estates") Topology topology) {
        topology.servers().forEach(server -> roundTrip(carried(server)));
    }

    @Property(tries = 300)
    void so_is_one_of_anything(@ForAll("any") Topology topology) {
        topology.servers().forEach(server -> roundTrip(carried(server)));
    }

    @Property(tries = 5)
    void and_the_source_declares_the_same(@ForAll("estates") Topology topology) throws IOException {
        for (Server server : topology.servers()) {
            Topology carried = carried(server);
            Path folder = Files.createTempDirectory("tapbot-source");
            assertThat(CompiledSource.topology(roundTrip(carried), folder)).isEqualTo(carried);
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Imported roundTrip(Topology carried) {
        Server server = carried.servers().get(0);
        Exported exported = ComposeExport.of(carried, server);
        Imported imported = ComposeImport.of(new ComposeFile(
                "compose.yaml",
                exported.compose().text().getBytes(StandardCharsets.UTF_8),
                "/srv/" + carried.name(),
                Optional.of(server.name()),
                Optional.of(server.host()),
                name -> Optional.empty(),
                path -> Optional.empty()));

        assertThat(imported.topology()).as(exported.compose().text()).isEqualTo(carried);
        assertThat(imported.findings().stream()
                        .filter(found -> found.severity() == Severity.ERROR)
                        .filter(found -> !server.services().isEmpty()) // a file without services is told of
                        .filter(found -> found.code().id().startsWith("TB611")))
                .isEmpty();
        return imported;
    }

    /** Without what Compose cannot say, and without files, which come back as what they are on the server. */
    private static Topology carried(Server whole) {
        Map<String, Network> networks = new TreeMap<>();
        Map<String, Volume> volumes = new TreeMap<>();
        whole.networks()
                .forEach(one -> networks.put(
                        one.name().value(),
                        Network.builder()
                                .name(one.name())
                                .internal(one.internal())
                                .subnet(one.subnet()
                                        .filter(block -> block.toString().indexOf(':') < 0))
                                .subnetIpv6(one.subnetIpv6()
                                        .filter(block -> block.toString().indexOf(':') >= 0))
                                .build()));
        whole.volumes()
                .forEach(one -> volumes.put(
                        one.name().value(), Volume.builder().name(one.name()).build()));
        Map<String, Service> services = new TreeMap<>();
        for (Service service : whole.services()) {
            services.put(service.name().value(), carried(whole, service, networks, volumes, services.keySet()));
        }
        Server server = Server.builder()
                .name(whole.name())
                .host(whole.host())
                .networks(networks.values())
                .volumes(volumes.values())
                .services(services.values())
                .build();
        Topology.Builder all = Topology.builder().name(TopologyName.of("shop")).addServers(server);
        Set<SecretName> used = new HashSet<>();
        services.values().stream()
                .flatMap(service -> service.environment().values().stream())
                .forEach(value -> value.secret().ifPresent(used::add));
        used.forEach(name -> all.addSecrets(SecretDeclaration.builder()
                .name(name)
                .source(SecretSource.environment(variable(name)))
                .build()));
        return all.build();
    }

    private static String variable(SecretName name) {
        return name.value().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Service carried(
            Server server,
            Service service,
            Map<String, Network> networks,
            Map<String, Volume> volumes,
            Set<String> before) {
        Map<NetworkId, Attachment> joined = new HashMap<>();
        service.networks().stream()
                .filter(one -> networks.containsKey(one.network().network().value()))
                .forEach(one -> {
                    NetworkId id = new NetworkId(server.name(), one.network().network());
                    joined.put(id, new Attachment(id, one.aliases()));
                });
        Map<String, Mount> mounts = new TreeMap<>();
        service.mounts().forEach(mount -> mounts.put(mount.target().value(), here(server, mount)));
        mounts.values()
                .removeIf(mount -> mount.volume().isPresent()
                        && !volumes.containsKey(mount.volume().get().volume().value()));
        Map<String, Publication> publications = new TreeMap<>();
        service.publications().stream()
                .filter(one -> one.bind().filter(address -> address.isAny()).isEmpty())
                .forEach(one -> publications.put(
                        one.host() + " " + one.bind(),
                        new Publication(one.host(), one.container(), one.bind(), java.util.List.of())));
        Map<ServiceId, Need> needs = new HashMap<>();
        service.needs().stream()
                .filter(need -> before.contains(need.service().service().value()))
                .forEach(need -> {
                    ServiceId id = new ServiceId(server.name(), need.service().service());
                    needs.put(id, new Need(id, need.healthy()));
                });
        return Service.builder()
                .from(service)
                .kind(ServiceKind.of("container"))
                .networks(joined.values())
                .publications(publications.values())
                .labels(unsuspected(service.labels()))
                .files(java.util.List.of())
                .mounts(mounts.values())
                .needs(needs.values())
                .calls(java.util.List.of())
                .routes(java.util.List.of())
                .stores(java.util.List.of())
                .provisions(java.util.List.of())
                .traits(java.util.List.of())
                .planned(false)
                .build();
    }

    /** A label drawn with a name such as {@code com.example.pw} is rightly taken for a secret, and asked for instead of read. */
    private static Map<String, String> unsuspected(Map<String, String> labels) {
        Map<String, String> renamed = new TreeMap<>();
        labels.values().forEach(value -> renamed.put("com.example.label" + renamed.size(), value));
        return renamed;
    }

    private static Mount here(Server server, Mount mount) {
        return mount.volume()
                .map(id -> new Mount(
                        mount.target(),
                        Optional.of(new VolumeId(server.name(), id.volume())),
                        Optional.empty(),
                        Optional.empty(),
                        mount.readOnly()))
                .orElse(mount);
    }

    @Provide
    static Arbitrary<Topology> estates() {
        return Topologies.estates();
    }

    @Provide
    static Arbitrary<Topology> any() {
        return Topologies.any();
    }
}
