package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;

/** A machine on the network of servers from which they are administered by others' tools: Ansible, Mitogen and {@code ssh} from Debian. */
public final class LabControl {

    private final DockerClient client;
    private final String id;

    private LabControl(DockerClient client, String id) {
        this.client = client;
        this.id = id;
    }

    static LabControl start(LabNetwork network, String address) {
        DockerClient client = network.client();
        String id = network.create("lab-control", ServerImage.CONTROL.on(client), address, HostConfig.newHostConfig());
        client.startContainerCmd(id).exec();
        return new LabControl(client, id);
    }

    /** Lets it log in to a server as root: {@code ssh}, and whatever starts that, needs no more than the address. */
    public void knows(LabServer server) {
        try {
            String at = server.address();
            put("/root/.ssh/" + at, Files.readString(server.keyFile()));
            sh("chmod 600 /root/.ssh/" + at + "; printf 'Host " + at
                    + "\\n  User root\\n  IdentitiesOnly yes\\n  IdentityFile ~/.ssh/"
                    + at + "\\n' >>/root/.ssh/config; printf '%s %s\\n' " + at + " '"
                    + server.sh("cut -d' ' -f1,2 /etc/ssh/ssh_host_ed25519_key.pub")
                            .strip()
                    + "' >>/root/.ssh/known_hosts");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file there. */
    public void put(String path, String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        sh("mkdir -p $(dirname " + path + ") && echo " + encoded + " | base64 -d >" + path);
    }

    /** Runs a script there and returns what it says. */
    public String sh(String script) {
        return Console.run(client, id, "/bin/bash", "-c", script);
    }
}
