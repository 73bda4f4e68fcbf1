package kz.tapbot.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.Listening;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.docker.internal.link.Removal;
import kz.tapbot.runtime.spi.Driver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A real engine for the contract, cleared of what earlier tests left. It has to be one for tests: an engine with things of any topology but those of
 * the contract is refused.
 */
final class DockerHarness implements Harness {

    /** The image that all services of the contract run; {@code .ci/run} makes it. */
    static final String BASE = "debian:bookworm";

    private static final Set<String> TOPOLOGIES = Set.of("contract", "neighbour");
    private static final String WELL = "tapbot-test/well";
    private static final Image ONE = Image.of(WELL + ":1.0.0");
    private static final Image OTHER = Image.of(WELL + ":1.1.0");

    /** Answers every connection on 8080 with one line, and ends at once when it is told to. */
    private static final String LISTENS = """
        use IO::Socket::INET; $SIG{TERM} = sub { exit 0 };
        my $s = IO::Socket::INET->new(LocalPort => 8080, Listen => 9, ReuseAddr => 1) or die $!;
        print "listening\\n"; while (my $c = $s->accept) { print $c "well\\n"; close $c }
        """;

    /** Writes its arguments, one a line, and then waits. */
    private static final String SAYS =
            "$SIG{TERM} = sub { exit 0 }; $| = 1; print \"$_\\n\" for @ARGV; sleep 1 while 1;";

    private final Function<Server, Dialer> dialers;
    private final DockerClient client = DockerClients.connect(EngineForTests.dialer());
    private final Server server = Server.builder()
            .name(ServerName.of("box"))
            .host(HostAddress.of("172.17.0.1"))
            .build();

    DockerHarness() {
        this(any -> EngineForTests.dialer());
    }

    /** With a driver that reaches the engine so; the harness itself reaches it directly. */
    DockerHarness(Function<Server, Dialer> dialers) {
        this.dialers = dialers;
        clear();
        for (Image image : new Image[] {ONE, OTHER}) {
            client.tagImageCmd(BASE, image.name(), image.tag()).exec();
        }
    }

    @Override
    public Driver driver() {
        return new DockerDriver(dialers);
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public boolean managesHost() {
        return false;
    }

    @Override
    public Service healthy(String name) {
        return service(name, ONE, Listening.at(8080));
    }

    @Override
    public Service healthyOther(String name) {
        return service(name, OTHER, Listening.at(8080));
    }

    @Override
    public Service neverHealthy(String name) {
        return service(name, ONE, Command.of("false"));
    }

    @Override
    public Service saying(String name, List<String> lines) {
        return running(name, SAYS, lines);
    }

    /** A healthy service that runs a Perl program with these arguments. */
    Service running(String name, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("perl", "-e", program));
        command.addAll(arguments);
        return Service.builder()
                .from(healthy(name))
                .command(Command.of(command))
                .healthCheck(checkedBy(Command.of("true")))
                .build();
    }

    private static Service service(String name, Image image, Command check) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(image)
                .command(Command.of("perl", "-e", LISTENS))
                .addListens(Port.tcp(8080))
                .healthCheck(checkedBy(check))
                .build();
    }

    private static HealthCheck checkedBy(Command check) {
        return new HealthCheck(check, Duration.ofSeconds(1), Duration.ofSeconds(2), 2, Duration.ZERO);
    }

    @Override
    public void runForeign(Service service) {
        String id = client.createContainerCmd(service.image().value())
                .withName(service.name().value())
                .withCmd(service.command().orElseThrow().arguments())
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
    }

    @Override
    public SortedSet<String> running() {
        SortedSet<String> names = new TreeSet<>();
        client.listContainersCmd().exec().forEach(container -> names.add(name(container)));
        names.removeIf(name -> name.startsWith("tapbot-"));
        return names;
    }

    private static String name(Container container) {
        return container.getNames()[0].substring(1);
    }

    /** Stops a container by hand. */
    void stop(String name) {
        client.stopContainerCmd(name).exec();
    }

    /** Waits until the engine itself has found out how a container is. */
    void awaitHealth(String name) {
        while ("starting"
                .equals(client.inspectContainerCmd(name)
                        .exec()
                        .getState()
                        .getHealth()
                        .getStatus())) {
            Thread.onSpinWait();
        }
    }

    /** When a container was started last. */
    String startedAt(String name) {
        return String.valueOf(client.inspectContainerCmd(name).exec().getState().getStartedAt());
    }

    /** What the engine shows to everybody who may ask it: all settings of all containers, networks and volumes. */
    String everythingShown() {
        return everythingShown(client);
    }

    /** The same of another engine. */
    static String everythingShown(DockerClient client) {
        StringBuilder all = new StringBuilder();
        client.listContainersCmd()
                .withShowAll(true)
                .exec()
                .forEach(container -> all.append(
                        client.inspectContainerCmd(container.getId()).exec().getRawValues()));
        client.listNetworksCmd().exec().forEach(network -> all.append(network.getRawValues()));
        client.listVolumesCmd().exec().getVolumes().forEach(volume -> all.append(volume.getRawValues()));
        return all.toString();
    }

    /** What the engine has told of since it was started. */
    String events() {
        List<String> all = Collections.synchronizedList(new ArrayList<>());
        String now = Long.toString(java.time.Instant.now().getEpochSecond() + 1);
        try {
            client.eventsCmd()
                    .withSince("0")
                    .withUntil(now)
                    .exec(new ResultCallback.Adapter<Event>() {
                        @Override
                        public void onNext(Event event) {
                            all.add(event + " " + event.getActor());
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return String.join("\n", all);
    }

    /** How the images of containers came about. */
    String histories() {
        StringBuilder all = new StringBuilder();
        client.listContainersCmd()
                .withShowAll(true)
                .exec()
                .forEach(container -> all.append(
                        client.inspectImageCmd(container.getImageId()).exec().getRawValues()));
        return all.toString();
    }

    /** Every container there is, stopped ones and Tapbot's own among them. */
    SortedSet<String> containers() {
        SortedSet<String> names = new TreeSet<>();
        client.listContainersCmd().withShowAll(true).exec().forEach(container -> names.add(name(container)));
        return names;
    }

    /** Every network there is. */
    SortedSet<String> networks() {
        SortedSet<String> names = new TreeSet<>();
        client.listNetworksCmd().exec().forEach(network -> names.add(network.getName()));
        return names;
    }

    /** Every volume there is. */
    SortedSet<String> volumes() {
        SortedSet<String> names = new TreeSet<>();
        client.listVolumesCmd().exec().getVolumes().forEach(volume -> names.add(volume.getName()));
        return names;
    }

    /** Makes a network and a volume of somebody else. */
    void addForeignStores(String name) {
        client.createNetworkCmd()
                .withName(name)
                .withLabels(Map.of("tapbot.test", name))
                .exec();
        client.createVolumeCmd()
                .withName(name)
                .withLabels(Map.of("tapbot.test", name))
                .exec();
    }

    /** All that is shown of a container, a network and a volume of that name, but for the log of its health checks. */
    String shown(String name) {
        Map<String, Object> container =
                new TreeMap<>(client.inspectContainerCmd(name).exec().getRawValues());
        Object state = container.remove("State");
        String lives = state instanceof Map<?, ?> map ? map.get("Pid") + " " + map.get("StartedAt") : "";
        return container
                + lives
                + client.inspectNetworkCmd().withNetworkId(name).exec().getRawValues()
                + client.inspectVolumeCmd(name).exec().getRawValues();
    }

    /** How many files Tapbot keeps for containers. */
    int keptForContainers() {
        int count = 0;
        try (InputStream found = client.copyArchiveFromContainerCmd("tapbot-state", "/state/containers")
                        .exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(found)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                count += entry.isFile() ? 1 : 0;
            }
        } catch (NotFoundException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    /** Does something to the engine that Tapbot does not know of. */
    void byHand(Consumer<DockerClient> hand) {
        hand.accept(client);
    }

    /** Leaves a file behind as a killed run does that had written it for a container. */
    void leaveFileOf(String container) {
        client.copyArchiveToContainerCmd("tapbot-state")
                .withRemotePath("/state")
                .withTarInputStream(
                        new ByteArrayInputStream(archive("containers/" + container + ".0123/token", "value")))
                .exec();
    }

    /** Takes everything of the tests away but what is of others. */
    void forgetOurs() {
        clear(false);
    }

    @Override
    public void write(HostPath path, String text, FileMode mode) {
        throw new UnsupportedOperationException("an engine has no host");
    }

    @Override
    public Optional<String> text(HostPath path) {
        return Optional.empty();
    }

    @Override
    public Optional<String> access(HostPath path) {
        return Optional.empty();
    }

    @Override
    public void addUser(UserName name) {
        throw new UnsupportedOperationException("an engine has no host");
    }

    @Override
    public void writeData(VolumeName volume, String path, String text) {
        inVolume(volume, id -> {
            client.copyArchiveToContainerCmd(id)
                    .withRemotePath("/data")
                    .withTarInputStream(new ByteArrayInputStream(archive(path, text)))
                    .exec();
            return true;
        });
    }

    @Override
    public Optional<String> data(VolumeName volume, String path) {
        return inVolume(volume, id -> {
            try (InputStream found = client.copyArchiveFromContainerCmd(id, "/data/" + path)
                            .exec();
                    TarArchiveInputStream tar = new TarArchiveInputStream(found)) {
                TarArchiveEntry entry = tar.getNextEntry();
                return Optional.of(new String(tar.readNBytes((int) entry.getSize()), StandardCharsets.UTF_8));
            } catch (NotFoundException e) {
                return Optional.<String>empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T inVolume(VolumeName volume, Function<String, T> work) {
        String id = client.createContainerCmd(BASE)
                .withCmd("true")
                .withHostConfig(HostConfig.newHostConfig().withBinds(new Bind(volume.value(), new Volume("/data"))))
                .exec()
                .getId();
        try {
            return work.apply(id);
        } finally {
            client.removeContainerCmd(id).exec();
        }
    }

    static byte[] archive(String path, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry(path);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void pass(Duration time) {
        throw new UnsupportedOperationException("nothing is armed on an engine");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("the tests do not own the engine");
    }

    /** Removes what tests of the contract made, and nothing else. */
    private void clear() {
        clear(true);
    }

    /** Makes an image that is as good as the base and another one all the same. */
    void makeImage(Image image) {
        String id = client.createContainerCmd(BASE).withCmd("true").exec().getId();
        client.commitCmd(id)
                .withRepository(image.name())
                .withTag(image.tag())
                .withMessage(image.value())
                .exec();
        client.removeContainerCmd(id).exec();
    }

    /** What an image is. */
    String imageId(Image image) {
        return String.valueOf(client.inspectImageCmd(image.value()).exec().getId());
    }

    /** Takes what a command says until it ends. */
    static void listen(com.github.dockerjava.api.command.ExecStartCmd command, ByteArrayOutputStream into) {
        try {
            command.exec(new ResultCallback.Adapter<com.github.dockerjava.api.model.Frame>() {
                        @Override
                        public void onNext(com.github.dockerjava.api.model.Frame frame) {
                            into.writeBytes(frame.getPayload());
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What all images are called. */
    SortedSet<String> imageNames() {
        SortedSet<String> names = new TreeSet<>();
        client.listImagesCmd().exec().forEach(image -> {
            for (String tag : image.getRepoTags() == null ? new String[0] : image.getRepoTags()) {
                names.add(tag);
            }
        });
        return names;
    }

    /** The names by which images of kept releases are kept. */
    SortedSet<String> keptTags() {
        SortedSet<String> tags = new TreeSet<>();
        client.listImagesCmd().exec().forEach(image -> {
            for (String tag : image.getRepoTags() == null ? new String[0] : image.getRepoTags()) {
                if (tag.startsWith("tapbot/kept:")) {
                    tags.add(tag);
                }
            }
        });
        return tags;
    }

    /** Again, if something that a run asked for just before it was cut off came about meanwhile. */
    private void clear(boolean foreign) {
        for (int tries = 0; tries < 20; tries++) {
            try {
                clearNow(foreign);
                return;
            } catch (ConflictException e) {
                containers();
            }
        }
        clearNow(foreign);
    }

    private void clearNow(boolean foreign) {
        for (Container container : client.listContainersCmd().withShowAll(true).exec()) {
            String topology = label(container.getLabels(), "tapbot.topology");
            if (!topology.isEmpty() && !TOPOLOGIES.contains(topology)) {
                throw new IllegalStateException("This engine is used by topology " + topology + ": not one for tests.");
            }
            boolean tests = !topology.isEmpty()
                    || !label(container.getLabels(), "tapbot.role").isEmpty()
                    || foreign && container.getImage().startsWith(WELL);
            if (tests) {
                Removal.isGone(client, container.getId());
            }
        }
        imageNames().stream()
                .filter(name -> name.startsWith("tapbot-test/front:") || name.startsWith("tapbot-test/theirs:"))
                .forEach(name -> client.removeImageCmd(name).withForce(true).exec());
        keptTags().forEach(tag -> client.removeImageCmd(tag).withForce(true).exec());
        client.listNetworksCmd().exec().stream()
                .filter(network -> isOfTests(network.getLabels(), foreign))
                .forEach(network -> client.removeNetworkCmd(network.getId()).exec());
        client.listVolumesCmd().exec().getVolumes().stream()
                .filter(volume -> volume.getName().equals("tapbot-state") || isOfTests(volume.getLabels(), foreign))
                .forEach(volume -> client.removeVolumeCmd(volume.getName()).exec());
    }

    private static boolean isOfTests(@org.jspecify.annotations.Nullable Map<String, String> labels, boolean foreign) {
        return TOPOLOGIES.contains(label(labels, "tapbot.topology"))
                || foreign && !label(labels, "tapbot.test").isEmpty();
    }

    private static String label(@org.jspecify.annotations.Nullable Map<String, String> labels, String name) {
        return labels == null ? "" : labels.getOrDefault(name, "");
    }

    @Override
    public void close() {
        clear();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
