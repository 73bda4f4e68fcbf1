package kz.tapbot.runtime.docker.internal.examine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.RawJson;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * What makes a container rule over its server (docs.docker.com/engine/security).
 *
 * @param rights what nobody can declare of a service
 * @param declarable what can be declared, and a plan compares: what it sees of the server's files, and what the kernel lets it do (capabilities(7))
 */
record Sway(List<String> rights, List<String> declarable) {

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
            "/var/lib/tapbot",
            "/boot",
            "/dev",
            "/etc/ssh",
            "/etc/systemd",
            "/etc/cron.d",
            "/etc/sudoers.d",
            "/proc");

    /** The same of all that is below. */
    private static final List<String> BELOW = List.of(
            "/etc/cron.d/",
            "/etc/ssh/",
            "/etc/sudoers.d/",
            "/etc/systemd/",
            "/root/",
            "/var/lib/docker/",
            "/var/lib/tapbot/");

    private static final Set<String> CAPABILITIES =
            Set.of("ALL", "DAC_READ_SEARCH", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO");

    /** Disks and memory of the machine. */
    private static final Pattern DEVICE =
            Pattern.compile("/dev/(?:[shvx]v?d[a-z]|nvme|mmcblk|dm-|md|mapper/|k?mem$|port$).*");

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
        List<String> declarable = new ArrayList<>();
        container.path("Mounts").forEach(mount -> {
            String device = bound.get(mount.path("Name").asText());
            String path = plain(device == null ? mount.path("Source").asText() : device);
            // The files of a volume are below the engine's own.
            boolean isPath = device != null || mount.path("Type").asText().equals("bind");
            if (PATHS.contains(path) || isPath && BELOW.stream().anyMatch(path::startsWith)) {
                declarable.add("mounts " + Cleaned.line(path, 100));
            }
        });
        host.path("CapAdd").forEach(added -> {
            String capability = added.asText().toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
            if (CAPABILITIES.contains(capability)) {
                declarable.add("may " + capability);
            }
        });
        host.path("Devices").forEach(device -> {
            String path = device.path("PathOnHost").asText();
            if (DEVICE.matcher(path).matches()) {
                rights.add("has " + Cleaned.line(path, 100));
            }
        });
        return new Sway(rights, declarable);
    }

    boolean isNone() {
        return rights.isEmpty() && declarable.isEmpty();
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
