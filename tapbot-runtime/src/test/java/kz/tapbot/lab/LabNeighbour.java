package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.HostConfig;
import java.util.Map;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.http.DockerClients;

/** Another machine on the network of the lab's server, with an SSH client: somebody whom the server does not know. */
public final class LabNeighbour implements AutoCloseable {

    /** Takes connections on 7777, and says nothing. */
    private static final String LISTENS =
            "use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalPort => 7777, Listen => 9, ReuseAddr => 1) or die;"
                    + " while (my $c = $s->accept) { close $c }";

    private final DockerClient client;
    private final String id;
    private final String address;

    private LabNeighbour(DockerClient client, String id, String address) {
        this.client = client;
        this.id = id;
        this.address = address;
    }

    /** Starts one beside a server that runs. */
    public static LabNeighbour start(int number) {
        DockerClient client = DockerClients.connect(EngineForTests.dialer());
        String address = LabNetwork.PREFIX + number;
        String id = client.createContainerCmd(ServerImage.SERVER.on(client))
                .withEntrypoint("perl", "-e", LISTENS)
                .withLabels(Map.of(LabNetwork.LABEL, "true"))
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode(LabNetwork.NAME))
                .withIpv4Address(address)
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
        return new LabNeighbour(client, id, address);
    }

    /** Its address. */
    public String address() {
        return address;
    }

    /** Runs a script there and returns what it says. */
    public String sh(String script) {
        return Console.run(client, id, "/bin/sh", "-c", script);
    }

    /** Whether it gets a connection to a port. */
    public boolean reaches(String host, int port) {
        return sh("timeout 2 bash -c 'exec 3<>/dev/tcp/" + host + "/" + port + "' 2>/dev/null && echo yes || echo no")
                .startsWith("yes");
    }

    /** Fails to log in by SSH as somebody who is not there. */
    public void fails(String host) {
        sh(
                "ssh -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o ConnectTimeout=3 -o LogLevel=ERROR"
                        + " intruder@" + host + " true; [ $? = 255 ]");
    }

    /** Opens a connection to an SSH server and keeps it. */
    public void holdsOpen(String host, int port) {
        sh("rm -f /tmp/open /tmp/go /tmp/said; bash -c 'exec 3<>/dev/tcp/" + host + "/" + port
                + "; read -t 5 -u 3 hello;"
                + " touch /tmp/open; until [ -e /tmp/go ]; do sleep 0.1; done; echo >&3;"
                + " if read -t 3 -u 3 answer; then echo answered; else echo silent; fi >/tmp/said' >/dev/null 2>&1 &"
                + " for try in $(seq 100); do [ -e /tmp/open ] && exit 0; sleep 0.1; done; exit 1");
    }

    /** Says something on that connection: {@code answered} or {@code silent}. */
    public String saysOnIt() {
        return sh(
                "touch /tmp/go; for try in $(seq 100); do [ -s /tmp/said ] && exec cat /tmp/said; sleep 0.1; done; exit 1");
    }

    /** Waits until it gets no connection to a port any more, or fails after so many seconds. */
    public void awaitShut(String host, int port, int seconds) {
        sh("end=$(($(date +%s) + " + seconds + ")); while timeout 1 bash -c 'exec 3<>/dev/tcp/" + host + "/" + port
                + "' 2>/dev/null; do [ $(date +%s) -lt $end ] || exit 1; sleep 0.1; done");
    }

    @Override
    public void close() {
        LabNetwork.gone(client, id);
        try {
            client.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
