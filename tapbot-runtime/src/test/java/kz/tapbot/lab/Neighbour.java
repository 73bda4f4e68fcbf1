package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.PushResponseItem;
import com.github.dockerjava.api.model.Volume;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One more machine in the network of servers. It keeps a registry of images, Debian's docker-registry, that engines there use as a mirror; and it tries which
 * ports of servers answer, from either of two addresses, so that it can be one of those who administer and a stranger.
 */
public final class Neighbour {

    /** A registry's name that no mirror stands for, which servers therefore find at the neighbour's. */
    static final String ELSEWHERE = "docker.n8n.io";

    private static final String STORE = "tapbot-lab-registry";

    /** How many seconds an answer may take. */
    private static final String PATIENCE = "1.5";

    private final DockerClient client;
    private final String id;
    private final String address;
    private final String other;

    private Neighbour(DockerClient client, String id, String address, String other) {
        this.client = client;
        this.id = id;
        this.address = address;
        this.other = other;
    }

    /** What was pushed once is kept from test to test, as images are. */
    static Neighbour start(LabNetwork network, String address, String other) {
        DockerClient client = network.client();
        Ports ports = new Ports();
        ports.add(PortBinding.parse("127.0.0.1::80/tcp"));
        HostConfig host = HostConfig.newHostConfig()
                .withCapAdd(Capability.NET_ADMIN)
                .withBinds(Bind.parse(STORE + ":/var/lib/registry"))
                .withPortBindings(ports);
        String id = network.create(
                "lab-neighbour", ServerImage.NEIGHBOUR.on(client), address, host, new Volume("/var/lib/registry"));
        client.startContainerCmd(id).exec();
        Neighbour neighbour = new Neighbour(client, id, address, other);
        Console.run(client, id, "ip", "address", "add", other + "/24", "dev", "eth0");
        Console.run(client, id, "ip", "address", "add", LabNetwork.ipv6Of(other) + "/64", "dev", "eth0", "nodad");
        return neighbour;
    }

    /** Where it keeps the registry, and comes from as a stranger. */
    public String address() {
        return address;
    }

    /** Where it comes from as one of those who administer. */
    public String trusted() {
        return other;
    }

    /** What the engine of a server is told so that it gets images here. */
    String engineSettings() {
        return "{\"registry-mirrors\": [\"http://" + address + "\"], \"insecure-registries\": [\"" + ELSEWHERE + "\"]}";
    }

    /** Has the images that the engine of the tests has by these names. */
    public void keep(Collection<String> names) {
        String port = client.inspectContainerCmd(id)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.tcp(80))[0]
                .getHostPortSpec();
        for (String name : new TreeSet<>(names)) {
            int colon = name.lastIndexOf(':');
            String path = name.substring(0, colon).replace(ELSEWHERE + "/", "");
            String there = "127.0.0.1:" + port + "/" + (path.contains("/") ? path : "library/" + path);
            String tag = name.substring(colon + 1);
            client.tagImageCmd(name, there, tag).exec();
            push(there, tag);
            client.removeImageCmd(there + ":" + tag).withNoPrune(true).exec();
        }
    }

    private void push(String there, String tag) {
        try {
            client.pushImageCmd(there)
                    .withTag(tag)
                    .withAuthConfig(new AuthConfig())
                    .exec(new ResultCallback.Adapter<PushResponseItem>() {
                        @Override
                        public void onNext(PushResponseItem item) {
                            if (item.getErrorDetail() != null) {
                                throw new IllegalStateException(
                                        item.getErrorDetail().getMessage());
                            }
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Which ports take connections and which refuse them; of all others nothing was heard.
     *
     * @param protocol {@code tcp} or {@code udp}
     * @param from {@link #address()} or {@link #trusted()}, or the same by IPv6
     * @param to the address that is tried, of the same family
     * @param ports such as {@code 1-65535} or {@code 22,80}
     */
    public Answers scan(String protocol, String from, String to, String ports) {
        return Answers.read(Console.run(client, id, "scan", protocol, from, to, ports, PATIENCE));
    }

    /** Runs a script as root at its console and returns what it says. */
    public String sh(String script) {
        return Console.run(client, id, "/bin/sh", "-c", script);
    }

    /**
     * What was heard.
     *
     * @param open ports that take connections
     * @param refused ports where somebody says that nobody listens
     */
    public record Answers(Set<Integer> open, Set<Integer> refused) {

        static Answers read(String said) {
            SortedSet<Integer> open = new TreeSet<>();
            SortedSet<Integer> refused = new TreeSet<>();
            said.lines().forEach(line -> {
                String[] words = line.split(" ", -1);
                SortedSet<Integer> into = words[0].equals("open") ? open : refused;
                Arrays.stream(words)
                        .skip(1)
                        .filter(word -> !word.isEmpty())
                        .forEach(word -> into.add(Integer.valueOf(word)));
            });
            return new Answers(open, refused);
        }
    }
}
