package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.docker.DockerDriver;
import kz.tapbot.runtime.docker.internal.link.Removal;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A Docker Engine for one test: it begins without anything that an earlier test or a killed one left, has the images that are asked for, and is as
 * empty again when it is closed. The engine is the one of {@link EngineForTests}; it has to be one for tests.
 */
public final class Lab implements AutoCloseable {

    /** What the names of topologies of the lab begin with, so that nobody's own estate is taken for one. */
    public static final String PREFIX = "lab-";

    private static final String TOPOLOGY = "tapbot.topology";
    private static final String ROLE = "tapbot.role";

    private final Dialer dialer = EngineForTests.dialer();
    private final DockerClient client = DockerClients.connect(dialer);
    private final LabImages images = new LabImages(client);

    private Lab() {}

    /**
     * Brings it up, for topologies whose names begin with {@link #PREFIX}.
     *
     * @throws IllegalStateException if things of other topologies are there
     */
    public static Lab open() {
        Lab lab = new Lab();
        try {
            lab.clear();
        } catch (RuntimeException e) {
            lab.end();
            throw e;
        }
        return lab;
    }

    /** The engine. */
    public DockerClient client() {
        return client;
    }

    /** Sees to it that the engine has an image of each name, such as {@code postgres:16.9}. */
    public Lab images(Collection<String> names) {
        images.have(names);
        return this;
    }

    /** Sees to it that the engine has every image that the topology runs. */
    public Lab imagesOf(Topology topology) {
        return images(topology.servers().stream()
                .flatMap(server -> server.services().stream())
                .filter(service -> !service.planned())
                .map(service -> service.image().value())
                .toList());
    }

    /** A runtime whose only server is the engine, with these environment variables. */
    public TapbotRuntime runtime(Map<String, String> environment) {
        return TapbotRuntime.builder()
                .driver(new DockerDriver((Function<Server, Dialer>) any -> dialer))
                .environment(environment::get)
                .who("tester@lab")
                .build();
    }

    /** Starts an issuer of certificates. Its ports, 14000 and 15000, are open on the engine's machine. */
    public Issuer issuer() {
        return Issuer.start(this);
    }

    /** Where published ports answer: the engine's machine, seen from its own bridge if it is this machine. */
    public HostAddress address() {
        URI engine = EngineForTests.uri();
        if (engine.getHost() != null) {
            return HostAddress.of(engine.getHost());
        }
        Network bridge = client.inspectNetworkCmd().withNetworkId("bridge").exec();
        return HostAddress.of(bridge.getIpam().getConfig().stream()
                .map(Network.Ipam.Config::getGateway)
                .filter(gateway -> gateway != null && !gateway.isEmpty())
                .findFirst()
                .orElse("172.17.0.1"));
    }

    /** Runs a command in a container, as somebody does by hand, and returns its exit status. */
    public int run(String container, String input, List<String> command) {
        String id = client.execCreateCmd(container)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withCmd(command.toArray(String[]::new))
                .exec()
                .getId();
        try {
            client.execStartCmd(id)
                    .withStdIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                    .exec(new ResultCallback.Adapter<>())
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return client.inspectExecCmd(id).exec().getExitCodeLong().intValue();
    }

    /** What is in a file of a container. */
    public String file(String container, String path) {
        try (InputStream found =
                        client.copyArchiveFromContainerCmd(container, path).exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(found)) {
            tar.getNextEntry();
            return new String(tar.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the engine's socket is on its machine. */
    public HostPath socket() {
        URI engine = EngineForTests.uri();
        return HostPath.of(engine.getHost() == null ? engine.getPath() : "/var/run/docker.sock");
    }

    /** The containers that run, but for those that Tapbot keeps for itself. */
    public Stream<String> running() {
        return client.listContainersCmd().exec().stream()
                .map(container -> container.getNames()[0].substring(1))
                .filter(name -> !name.startsWith("tapbot-"))
                .sorted();
    }

    /** What a service runs, for tests that look at one. */
    public static Service service(Topology topology, String name) {
        return topology.servers().stream()
                .flatMap(server -> server.services().stream())
                .filter(service -> service.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Takes away what tests made, and nothing else. */
    private void clear() {
        for (Container container : client.listContainersCmd().withShowAll(true).exec()) {
            if (isOfTests(container.getLabels())
                    || !label(container.getLabels(), ROLE).isEmpty()) {
                Removal.isGone(client, container.getId());
            }
        }
        client.listNetworksCmd().exec().stream()
                .filter(network -> isOfTests(network.getLabels()))
                .forEach(network -> client.removeNetworkCmd(network.getId()).exec());
        client.listVolumesCmd().exec().getVolumes().stream()
                .filter(volume -> volume.getName().equals("tapbot-state") || isOfTests(volume.getLabels()))
                .forEach(volume -> client.removeVolumeCmd(volume.getName()).exec());
    }

    private static boolean isOfTests(@Nullable Map<String, String> labels) {
        String topology = label(labels, TOPOLOGY);
        if (!topology.isEmpty() && !topology.startsWith(PREFIX)) {
            throw new IllegalStateException("This engine has things of topology " + topology + ": not one for tests.");
        }
        return !topology.isEmpty() || !label(labels, LabImages.LABEL).isEmpty();
    }

    private static String label(@Nullable Map<String, String> labels, String name) {
        return labels == null ? "" : labels.getOrDefault(name, "");
    }

    private void end() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            clear();
        } finally {
            end();
        }
    }
}
