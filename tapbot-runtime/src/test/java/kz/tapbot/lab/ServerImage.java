package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import kz.tapbot.runtime.hash.HmacSha256;

/** The image that servers of the lab are started from: built once on an engine, and again when something of it changes. */
final class ServerImage {

    private static final String NAME = "tapbot-lab/server:";

    private ServerImage() {}

    /** The name of the image, which the engine has from then on. */
    static String on(DockerClient client) {
        byte[] dockerfile = BuildFiles.resource("image/server.dockerfile");
        byte[] program = BuildFiles.resource("bin/server");
        String hash = HexFormat.of()
                .formatHex(new HmacSha256("server".getBytes(StandardCharsets.US_ASCII)).of(dockerfile, program), 0, 6);
        String name = NAME + hash;
        try {
            client.inspectImageCmd(name).exec();
        } catch (NotFoundException e) {
            byte[] context =
                    BuildFiles.context(new String(dockerfile, StandardCharsets.UTF_8), Map.of("bin/server", program));
            BuildImageCmd command = client.buildImageCmd(new ByteArrayInputStream(context))
                    .withNetworkMode("host")
                    .withTags(Set.of(name));
            String mirror = System.getProperty("tapbot.lab.mirror", "");
            if (!mirror.isEmpty()) {
                command.withBuildArg("MIRROR", mirror);
            }
            command.exec(new BuildImageResultCallback()).awaitImageId();
        }
        return name;
    }
}
