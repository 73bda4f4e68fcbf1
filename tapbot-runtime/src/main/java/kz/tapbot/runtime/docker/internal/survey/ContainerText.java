package kz.tapbot.runtime.docker.internal.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.runtime.docker.internal.mark.Labels;

/** A container as a service of a Compose file: what differs from its image and from the engine's defaults. */
final class ContainerText {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Labels that Compose gives for itself. */
    private static final String OF_COMPOSE = "com.docker.compose.";

    private static final long SHARED_MEMORY = 64L << 20;

    private final JsonNode container;
    private final JsonNode config;
    private final JsonNode host;
    private final JsonNode image;
    private final JsonNode imageConfig;
    private final ObjectNode out = JSON.createObjectNode();
    private final Set<String> volumes = new TreeSet<>();

    /** As the engine's API shows a container and its image (docs.docker.com/reference/api/engine). */
    ContainerText(JsonNode container, JsonNode image) {
        this.container = container;
        this.config = container.path("Config");
        this.host = container.path("HostConfig");
        this.image = image;
        this.imageConfig = image.path("Config");
    }

    /** The volumes with names that it mounts; known once {@link #service()} was asked for. */
    Set<String> volumes() {
        return volumes;
    }

    ObjectNode service() {
        out.put("container_name", container.path("Name").asText().replaceFirst("^/", ""));
        out.put("image", image());
        differing("entrypoint", "Entrypoint");
        differing("command", "Cmd");
        environment();
        labels();
        process();
        new NetText(container, out).write();
        new MountText(container, out, volumes).write();
        confinement();
        limits();
        return out;
    }

    /** By its name; one whose name has gone to another image by a name that it still has. */
    private String image() {
        String name = config.path("Image").asText();
        boolean nameless = name.startsWith("sha256:") || name.matches("[0-9a-f]{12,64}");
        return nameless ? image.path("RepoTags").path(0).asText(name) : name;
    }

    private void differing(String key, String field) {
        JsonNode words = config.path(field);
        if (words.isArray() && !words.equals(imageConfig.path(field))) {
            out.set(key, words);
        }
    }

    private void environment() {
        Set<String> ofImage = new HashSet<>();
        imageConfig.path("Env").forEach(line -> ofImage.add(line.asText()));
        ArrayNode own = JSON.createArrayNode();
        config.path("Env").forEach(line -> {
            if (!ofImage.contains(line.asText())) {
                own.add(line.asText());
            }
        });
        put("environment", own);
    }

    private void labels() {
        ObjectNode own = JSON.createObjectNode();
        config.path("Labels").properties().forEach(label -> {
            boolean given = label.getValue().equals(imageConfig.path("Labels").path(label.getKey()));
            boolean marks =
                    label.getKey().startsWith(OF_COMPOSE) || label.getKey().startsWith(Labels.PREFIX);
            if (!given && !marks) {
                own.set(label.getKey(), label.getValue());
            }
        });
        put("labels", own);
    }

    private void process() {
        JsonNode restart = host.path("RestartPolicy");
        String policy = restart.path("Name").asText("");
        int most = restart.path("MaximumRetryCount").asInt();
        if (!policy.isEmpty() && !policy.equals("no")) {
            out.put("restart", policy + (policy.equals("on-failure") && most > 0 ? ":" + most : ""));
        }
        if (config.hasNonNull("StopTimeout")) {
            out.put("stop_grace_period", config.path("StopTimeout").asInt() + "s");
        }
        text("stop_signal", config, "StopSignal", imageConfig.path("StopSignal").asText(""));
        text("working_dir", config, "WorkingDir", imageConfig.path("WorkingDir").asText(""));
        String id = container.path("Id").asText();
        if (!host.path("NetworkMode").asText().equals("host")) {
            text("hostname", config, "Hostname", id.substring(0, Math.min(12, id.length())));
        }
        health();
    }

    private void health() {
        JsonNode check = config.path("Healthcheck");
        if (check.isMissingNode() || check.isNull() || check.equals(imageConfig.path("Healthcheck"))) {
            return;
        }
        ObjectNode own = out.putObject("healthcheck");
        own.set("test", check.path("Test"));
        time(own, "interval", check.path("Interval"));
        time(own, "timeout", check.path("Timeout"));
        time(own, "start_period", check.path("StartPeriod"));
        if (check.path("Retries").asInt() > 0) {
            own.put("retries", check.path("Retries").asInt());
        }
    }

    private static void time(ObjectNode own, String key, JsonNode nanos) {
        if (nanos.asLong() > 0) {
            own.put(key, nanos.asLong() + "ns");
        }
    }

    private void confinement() {
        text("user", config, "User", imageConfig.path("User").asText(""));
        flag("read_only", "ReadonlyRootfs");
        flag("privileged", "Privileged");
        flag("init", "Init");
        put("cap_add", host.path("CapAdd"));
        put("cap_drop", host.path("CapDrop"));
        if (!host.path("Privileged").asBoolean()) { // The engine itself adds one to those.
            put("security_opt", host.path("SecurityOpt"));
        }
        put("group_add", host.path("GroupAdd"));
        put("sysctls", host.path("Sysctls"));
        text("pid", host, "PidMode", "");
        text("ipc", host, "IpcMode", "private");
        text("uts", host, "UTSMode", "");
        text("userns_mode", host, "UsernsMode", "");
        ArrayNode devices = JSON.createArrayNode();
        host.path("Devices")
                .forEach(device -> devices.add(device.path("PathOnHost").asText() + ":"
                        + device.path("PathInContainer").asText() + ":"
                        + device.path("CgroupPermissions").asText("rwm")));
        put("devices", devices);
    }

    private void limits() {
        if (host.path("Memory").asLong() > 0) {
            out.put("mem_limit", host.path("Memory").asLong());
        }
        if (host.path("NanoCpus").asLong() > 0) {
            out.put(
                    "cpus",
                    java.math.BigDecimal.valueOf(host.path("NanoCpus").asLong(), 9)
                            .stripTrailingZeros()
                            .toPlainString());
        }
        if (host.path("PidsLimit").asLong() > 0) {
            out.put("pids_limit", host.path("PidsLimit").asLong());
        }
        if (host.path("ShmSize").asLong() > 0 && host.path("ShmSize").asLong() != SHARED_MEMORY) {
            out.put("shm_size", host.path("ShmSize").asLong());
        }
        ObjectNode ulimits = JSON.createObjectNode();
        host.path("Ulimits")
                .forEach(limit -> ulimits.putObject(limit.path("Name").asText())
                        .put("soft", limit.path("Soft").asLong())
                        .put("hard", limit.path("Hard").asLong()));
        put("ulimits", ulimits);
        JsonNode log = host.path("LogConfig");
        if (!log.path("Config").isEmpty()
                || !log.path("Type").asText("json-file").equals("json-file")) {
            ObjectNode logging = out.putObject("logging");
            logging.put("driver", log.path("Type").asText());
            logging.set("options", log.path("Config"));
        }
    }

    private void text(String key, JsonNode from, String field, String otherwise) {
        String value = from.path(field).asText("");
        if (!value.isEmpty() && !value.equals(otherwise)) {
            out.put(key, value);
        }
    }

    private void flag(String key, String field) {
        if (host.path(field).asBoolean()) {
            out.put(key, true);
        }
    }

    private void put(String key, JsonNode value) {
        if (value.isContainerNode() && !value.isEmpty()) {
            out.set(key, value);
        }
    }
}
