package kz.tapbot.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.acknowledgement.Acknowledgement;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.reach.Reachability;

/** A topology as rules look at it: everything that is to run, and what is looked up in it, computed once. What is only planned is left out. */
public final class Estate {

    private final Topology topology;
    private final Reachability reachability;
    private final List<Subject.OfServer> servers = new ArrayList<>();
    private final List<Subject.OfService> services = new ArrayList<>();
    private final List<Subject.OfRoute> routes = new ArrayList<>();
    private final List<Subject.OfNetwork> networks = new ArrayList<>();
    private final List<Subject.OfVolume> volumes = new ArrayList<>();
    private final List<Subject.OfUser> users = new ArrayList<>();
    private final Map<ServiceId, Subject.OfService> byId = new HashMap<>();
    private final Map<NetworkId, List<Subject.OfService>> members = new HashMap<>();
    private final Map<NetworkId, Subject.OfNetwork> networkById = new HashMap<>();
    private final Map<VolumeId, List<Subject.OfService>> mounting = new HashMap<>();
    private final Map<String, List<Subject.OfService>> byImage = new HashMap<>();
    private final Map<SecretName, List<Subject.OfService>> bySecret = new HashMap<>();
    private final Set<VolumeId> savedVolumes = new HashSet<>();
    private final Set<DataId> savedData = new HashSet<>();

    private final Map<String, List<Acknowledgement>> acknowledgements = new HashMap<>();

    private Estate(Topology topology) {
        this.topology = topology;
        topology.acknowledgements()
                .forEach(one -> acknowledgements
                        .computeIfAbsent(one.rule(), first -> new ArrayList<>())
                        .add(one));
        reachability = Reachability.of(topology);
        topology.servers().stream().filter(server -> !server.planned()).forEach(this::index);
        topology.backups().forEach(this::index);
    }

    /** Of that topology. */
    public static Estate of(Topology topology) {
        return new Estate(topology);
    }

    private void index(Server server) {
        servers.add(new Subject.OfServer(this, server));
        server.networks().forEach(network -> {
            Subject.OfNetwork one = new Subject.OfNetwork(this, server, network);
            networks.add(one);
            networkById.putIfAbsent(one.id(), one);
        });
        server.volumes().forEach(volume -> volumes.add(new Subject.OfVolume(this, server, volume)));
        server.delegates().forEach(delegate -> users.add(new Subject.OfUser(this, server, delegate)));
        server.services().stream().filter(service -> !service.planned()).forEach(service -> {
            Subject.OfService one = new Subject.OfService(this, server, service);
            services.add(one);
            byId.putIfAbsent(one.id(), one);
            byImage.computeIfAbsent(service.image().name(), first -> new ArrayList<>())
                    .add(one);
            secrets(service)
                    .forEach(secret -> bySecret.computeIfAbsent(secret, first -> new ArrayList<>())
                            .add(one));
            service.routes().forEach(route -> routes.add(new Subject.OfRoute(this, one, route)));
            service.mounts().stream()
                    .flatMap(mount -> mount.volume().stream())
                    .distinct()
                    .forEach(volume -> mounting.computeIfAbsent(volume, first -> new ArrayList<>())
                            .add(one));
            service.networks()
                    .forEach(attachment -> members.computeIfAbsent(attachment.network(), first -> new ArrayList<>())
                            .add(one));
        });
    }

    /** The secrets that a container is given in variables and files. */
    private static Set<SecretName> secrets(Service service) {
        Set<SecretName> secrets = new TreeSet<>();
        service.environment().values().forEach(value -> value.secret().ifPresent(secrets::add));
        service.files().forEach(file -> secrets.addAll(file.content().secrets()));
        return secrets;
    }

    private void index(Backup backup) {
        for (BackupSource source : backup.sources()) {
            source.volume().ifPresent(savedVolumes::add);
            source.data().ifPresent(savedData::add);
        }
    }

    /** The topology itself. */
    public Topology topology() {
        return topology;
    }

    /** Who reaches what. */
    public Reachability reachability() {
        return reachability;
    }

    /** Its servers. */
    public List<Subject.OfServer> servers() {
        return List.copyOf(servers);
    }

    /** Its services in containers. */
    public List<Subject.OfService> services() {
        return List.copyOf(services);
    }

    /** Its routes. */
    public List<Subject.OfRoute> routes() {
        return List.copyOf(routes);
    }

    /** Its container networks. */
    public List<Subject.OfNetwork> networks() {
        return List.copyOf(networks);
    }

    /** Its volumes. */
    public List<Subject.OfVolume> volumes() {
        return List.copyOf(volumes);
    }

    /** Its backups. */
    public List<Subject.OfBackup> backups() {
        return topology.backups().stream()
                .map(backup -> new Subject.OfBackup(this, backup))
                .toList();
    }

    /** Its users. */
    public List<Subject.OfUser> users() {
        return List.copyOf(users);
    }

    /** The service of that reference. */
    public Optional<Subject.OfService> service(ServiceId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The network of that reference. */
    public Optional<Subject.OfNetwork> network(NetworkId id) {
        return Optional.ofNullable(networkById.get(id));
    }

    /** The services on a network. */
    public List<Subject.OfService> on(NetworkId network) {
        return List.copyOf(members.getOrDefault(network, List.of()));
    }

    /** The services that mount a volume. */
    public List<Subject.OfService> using(VolumeId volume) {
        return List.copyOf(mounting.getOrDefault(volume, List.of()));
    }

    /** The services that run an image of that name, whatever its tag. */
    public List<Subject.OfService> running(String image) {
        return Collections.unmodifiableList(byImage.getOrDefault(image, List.of()));
    }

    /** The services whose containers are given the secret, in a variable or in a file. */
    public List<Subject.OfService> given(SecretName secret) {
        return Collections.unmodifiableList(bySecret.getOrDefault(secret, List.of()));
    }

    /** Whether some backup saves the volume as files. */
    public boolean saves(VolumeId volume) {
        return savedVolumes.contains(volume);
    }

    /** Whether some backup saves the data. */
    public boolean saves(DataId data) {
        return savedData.contains(data);
    }

    /** What is acknowledged of the rule of that name, or the warning of that code. */
    public List<Acknowledgement> acknowledgements(String rule) {
        return List.copyOf(acknowledgements.getOrDefault(rule, List.of()));
    }

    /** The name of the topology. */
    @Override
    public String toString() {
        return "topology \"" + topology.name() + "\"";
    }
}
