package kz.tapbot.runtime.docker.internal.examine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.RawJson;

/**
 * What makes a container rule over its server (docs.docker.com/engine/security).
 *
 * @param rights what it was given as a whole
 * @param mounts what it sees of the server's files
 */
record Sway(List<String> rights, List<String> mounts) {

    /** Whoever writes there, or asks the engine there, is root; whoever reads there has its keys and passwords. */
    private static final Set<String> PATHS = Set.of(
            "/",
            "/etc",
            "/root",
            "/run",
            "/run/containerd",
            "/run/containerd/containerd.sock",
            "/run/docker.sock",
            "/var",
            "/var/lib",
            "/var/lib/docker",
            "/var/lib/tapbot");

    /** Volumes of an engine that are a path of the server by another name, and which. */
    static Map<String, String> bound(Engine engine) {
        Map<String, String> all = new HashMap<>();
        RawJson.demand(engine, "Listing volumes", "/volumes").path("Volumes").forEach(volume -> {
            JsonNode options = volume.path("Options");
            if (options.path("o").asText().contains("bind")) {
                all.put(volume.path("Name").asText(), options.path("device").asText());
            }
        });
        return all;
    }

    /** Of a container as the engine's API shows it, with what volumes are bound. */
    static Sway of(JsonNode container, Map<String, String> bound) {
        JsonNode host = container.path("HostConfig");
        List<String> rights = new ArrayList<>();
        if (host.path("Privileged").asBoolean()) {
            rights.add("privileged");
        }
        if (host.path("NetworkMode").asText().equals("host")) {
            rights.add("on the server's own network");
        }
        if (host.path("PidMode").asText().equals("host")) {
            rights.add("among the server's processes");
        }
        List<String> mounts = new ArrayList<>();
        container.path("Mounts").forEach(mount -> {
            String name = mount.path("Name").asText();
            String path = plain(bound.getOrDefault(name, mount.path("Source").asText()));
            if (PATHS.contains(path)) {
                mounts.add("mounts " + path);
            }
        });
        return new Sway(rights, mounts);
    }

    boolean isNone() {
        return rights.isEmpty() && mounts.isEmpty();
    }

    /** Without detours; {@code /var/run} is a link to {@code /run} (hier(7)). */
    private static String plain(String source) {
        if (!source.startsWith("/") || source.indexOf('\0') >= 0) {
            return source;
        }
        String path = Path.of(source).normalize().toString();
        return path.equals("/var/run") || path.startsWith("/var/run/") ? path.substring(4) : path;
    }
}
