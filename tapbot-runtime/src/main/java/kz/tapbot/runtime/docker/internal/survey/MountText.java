package kz.tapbot.runtime.docker.internal.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;

/** What a container mounts. */
final class MountText {

    /** What the engine calls a volume that nobody has named. */
    private static final Pattern NAMELESS = Pattern.compile("[0-9a-f]{64}");

    private final JsonNode container;
    private final ObjectNode out;
    private final Set<String> volumes;

    MountText(JsonNode container, ObjectNode out, Set<String> volumes) {
        this.container = container;
        this.out = out;
        this.volumes = volumes;
    }

    void write() {
        ArrayNode all = out.arrayNode();
        container.path("Mounts").forEach(mount -> one(all, mount));
        container
                .path("HostConfig")
                .path("Tmpfs")
                .properties()
                .forEach(tmpfs -> all.addObject().put("type", "tmpfs").put("target", tmpfs.getKey()));
        if (!all.isEmpty()) {
            out.set("volumes", all);
        }
    }

    private void one(ArrayNode all, JsonNode mount) {
        String type = mount.path("Type").asText();
        String name = mount.path("Name").asText();
        String target = mount.path("Destination").asText();
        if (type.equals("volume") && NAMELESS.matcher(name).matches()) {
            all.add(target);
            return;
        }
        ObjectNode to = all.addObject().put("type", type).put("target", target);
        if (type.equals("volume")) {
            volumes.add(name);
            to.put("source", name);
        } else if (type.equals("bind")) {
            to.put("source", mount.path("Source").asText());
        }
        if (!mount.path("RW").asBoolean(true)) {
            to.put("read_only", true);
        }
    }
}
