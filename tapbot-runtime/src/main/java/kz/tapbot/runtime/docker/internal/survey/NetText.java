package kz.tapbot.runtime.docker.internal.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** How a container is reached: networks, names and published ports. */
final class NetText {

    private static final Set<String> DEFAULTS = Set.of("", "default", "bridge");

    private final JsonNode container;
    private final JsonNode host;
    private final ObjectNode out;

    NetText(JsonNode container, ObjectNode out) {
        this.container = container;
        this.host = container.path("HostConfig");
        this.out = out;
    }

    void write() {
        ports();
        list("extra_hosts", host.path("ExtraHosts"));
        list("dns", host.path("Dns"));
        String mode = host.path("NetworkMode").asText("");
        JsonNode networks = container.path("NetworkSettings").path("Networks");
        if (mode.equals("host") || mode.equals("none") || mode.startsWith("container:")) {
            out.put("network_mode", mode);
        } else if (DEFAULTS.contains(mode) && onlyDefault(networks)) {
            out.put("network_mode", "bridge");
        } else {
            ObjectNode all = out.putObject("networks");
            networks.properties().forEach(network -> join(all, network.getKey(), network.getValue()));
        }
    }

    private static boolean onlyDefault(JsonNode networks) {
        return networks.size() == 0 || networks.size() == 1 && networks.has("bridge");
    }

    private void join(ObjectNode all, String name, JsonNode network) {
        ObjectNode joined = all.putObject(name);
        String id = container.path("Id").asText();
        String own = container.path("Name").asText().replaceFirst("^/", "");
        ArrayNode aliases = joined.arrayNode();
        network.path("Aliases").forEach(alias -> {
            if (!id.startsWith(alias.asText()) && !alias.asText().equals(own)) {
                aliases.add(alias);
            }
        });
        if (!aliases.isEmpty()) {
            joined.set("aliases", aliases);
        }
        JsonNode fixed = network.path("IPAMConfig").path("IPv4Address");
        if (!fixed.asText("").isEmpty()) {
            joined.put("ipv4_address", fixed.asText());
        }
    }

    /** As they were asked for, also of a container that does not run. */
    private void ports() {
        ArrayNode all = out.arrayNode();
        host.path("PortBindings").properties().forEach(binding -> {
            String[] target = binding.getKey().split("/", 2);
            for (JsonNode one : binding.getValue()) {
                ObjectNode port = all.addObject().put("target", Integer.parseInt(target[0]));
                port.put("protocol", target.length > 1 ? target[1] : "tcp");
                if (!one.path("HostPort").asText("").isEmpty()) {
                    port.put("published", one.path("HostPort").asText());
                }
                if (!one.path("HostIp").asText("").isEmpty()) {
                    port.put("host_ip", one.path("HostIp").asText());
                }
            }
        });
        if (host.path("PublishAllPorts").asBoolean()) {
            container.path("NetworkSettings").path("Ports").properties().forEach(port -> all.add(port.getKey()));
        }
        list("ports", all);
    }

    private void list(String key, JsonNode value) {
        if (value.isArray() && !value.isEmpty()) {
            out.set(key, value);
        }
    }
}
