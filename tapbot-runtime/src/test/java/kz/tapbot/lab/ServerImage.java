package kz.tapbot.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.tapbot.runtime.hash.HmacSha256;

/** The images that machines of the lab are started from: built once on an engine, and again when something of them changes. */
enum ServerImage {
    /** With all that a test of one thing would otherwise wait for. */
    SERVER,

    /** As a provider hands it over. */
    BARE,

    /** The same of other systems. */
    UBUNTU_24_04,

    /** Before sshd was started by a socket. */
    UBUNTU_22_04,

    /** The release after the tests' own. */
    DEBIAN_13,

    /** A registry, and a program that tries ports. */
    NEIGHBOUR,

    /** Others' tools for administering servers. */
    CONTROL;

    private static final String NAME = "tapbot-lab/";

    private List<String> programs() {
        return switch (this) {
            case SERVER, UBUNTU_24_04, UBUNTU_22_04, DEBIAN_13 -> List.of("server");
            case BARE -> List.of("server", "webmin");
            case NEIGHBOUR -> List.of("registry.yml", "scan");
            case CONTROL -> List.of();
        };
    }

    /** Where a system other than the tests' own comes from. */
    private Map<String, String> arguments() {
        return switch (this) {
            case UBUNTU_24_04 -> ubuntu("noble");
            case UBUNTU_22_04 -> ubuntu("jammy");
            case DEBIAN_13 ->
                Map.of(
                        "SUITE", "trixie",
                        "ARCHIVE", System.getProperty("tapbot.lab.mirror", "http://deb.debian.org/debian"),
                        "SCRIPT", "",
                        "COMPONENTS", "main",
                        "UPDATES", "trixie-updates");
            default -> Map.of();
        };
    }

    private static Map<String, String> ubuntu(String suite) {
        return Map.of(
                "SUITE",
                suite,
                "ARCHIVE",
                System.getProperty("tapbot.lab.ubuntu", "http://archive.ubuntu.com/ubuntu"),
                "SCRIPT",
                "gutsy",
                "COMPONENTS",
                "main universe",
                "UPDATES",
                suite + "-updates " + suite + "-security");
    }

    /** The name of the image, which the engine has from then on. */
    String on(DockerClient client) {
        String own = name().toLowerCase(Locale.ROOT);
        Map<String, String> arguments = arguments();
        byte[] dockerfile = BuildFiles.resource("image/" + (arguments.isEmpty() ? own : "other") + ".dockerfile");
        Map<String, byte[]> files = new TreeMap<>();
        programs().forEach(each -> files.put("bin/" + each, BuildFiles.resource("bin/" + each)));
        HmacSha256 hash = new HmacSha256(own.getBytes(StandardCharsets.US_ASCII));
        byte[] all = BuildFiles.context(new String(dockerfile, StandardCharsets.UTF_8), files);
        String name = NAME + own + ":" + HexFormat.of().formatHex(hash.of(all), 0, 6);
        try {
            client.inspectImageCmd(name).exec();
        } catch (NotFoundException e) {
            BuildImageCmd command = client.buildImageCmd(new ByteArrayInputStream(all))
                    .withNetworkMode("host")
                    .withTags(Set.of(name));
            String mirror = System.getProperty("tapbot.lab.mirror", "");
            if (!mirror.isEmpty()) {
                command.withBuildArg("MIRROR", mirror);
            }
            arguments.forEach(command::withBuildArg);
            command.exec(new BuildImageResultCallback()).awaitImageId();
        }
        return name;
    }
}
