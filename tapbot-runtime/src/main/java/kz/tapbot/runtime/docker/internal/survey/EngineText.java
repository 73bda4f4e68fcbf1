package kz.tapbot.runtime.docker.internal.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.model.Container;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.tapbot.docker.http.ChannelHttpClient;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.RawJson;
import kz.tapbot.runtime.docker.internal.link.Together;

/** A whole engine as a Compose file, in JSON, which is YAML as well. Asks for each kind once, and looks at each container and its image. */
public final class EngineText {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Networks that every engine has (docs.docker.com/engine/network). */
    private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none");

    /** What the engine takes from its own pools where nobody has said a subnet (dockerd, default-address-pools). */
    private static final Pattern CHOSEN =
            Pattern.compile("172\\.(1[7-9]|2[0-9]|3[01])\\.0\\.0/16|192\\.168\\.[0-9]+\\.0/20");

    private final Engine engine;

    /** Of that engine. */
    public EngineText(Engine engine) {
        this.engine = engine;
    }

    /**
     * The file of an engine that is reached so.
     *
     * @throws kz.tapbot.docker.http.EngineConnectionException if it cannot be reached
     */
    public static byte[] read(Dialer dialer, ServerName server) {
        try (ChannelHttpClient http = ChannelHttpClient.builder(dialer).build();
                Engine engine = new Engine(server, dialer, DockerClients.over(http), http)) {
            return new EngineText(engine).bytes(server.value());
        }
    }

    /**
     * The file. Has every password in it that stands in plain text on the engine: not to be shown.
     *
     * @param project what it calls itself
     */
    public byte[] bytes(String project) {
        ObjectNode root = JSON.createObjectNode();
        root.put("name", project);
        ObjectNode services = root.putObject("services");
        Set<String> volumes = new TreeSet<>();
        try (Together together = new Together()) {
            Together.Pending<JsonNode> networks =
                    together.begin(() -> RawJson.demand(engine, "Listing networks", "/networks"));
            List<Together.Pending<Optional<ObjectNode>>> all = new ArrayList<>();
            for (Container container : ContainerList.all(engine)) {
                all.add(together.begin(() -> service(container.getId(), volumes)));
            }
            all.stream()
                    .map(Together.Pending::get)
                    .flatMap(Optional::stream)
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .forEach(service -> services.set(name(service), service));
            networks(root.putObject("networks"), networks.get());
        }
        ObjectNode named = root.putObject("volumes");
        volumes.forEach(volume -> named.putObject(volume).put("name", volume));
        return escaped(root).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(ObjectNode service) {
        return service.path("container_name").asText();
    }

    /** One that has gone meanwhile is none. */
    private Optional<ObjectNode> service(String id, Set<String> volumes) {
        Optional<JsonNode> found = RawJson.find(engine, "Looking at a container", "/containers/" + id + "/json");
        if (found.isEmpty() || found.get().path("Name").asText().equals("/" + Cabinet.NAME)) {
            return Optional.empty();
        }
        JsonNode image = RawJson.find(
                        engine,
                        "Looking at an image",
                        "/images/" + found.get().path("Image").asText() + "/json")
                .orElse(JSON.createObjectNode());
        ContainerText text = new ContainerText(found.get(), image);
        ObjectNode service = text.service();
        synchronized (volumes) {
            volumes.addAll(text.volumes());
        }
        return Optional.of(service);
    }

    private static void networks(ObjectNode all, JsonNode listed) {
        for (JsonNode network : listed) {
            String name = network.path("Name").asText();
            if (PREDEFINED.contains(name)) {
                continue;
            }
            ObjectNode one = all.putObject(name).put("name", name);
            if (network.path("Internal").asBoolean()) {
                one.put("internal", true);
            }
            if (network.path("EnableIPv6").asBoolean()) {
                one.put("enable_ipv6", true);
            }
            String driver = network.path("Driver").asText("bridge");
            if (!driver.equals("bridge")) {
                one.put("driver", driver);
            }
            ArrayNode config = JSON.createArrayNode();
            network.path("IPAM").path("Config").forEach(pool -> {
                String subnet = pool.path("Subnet").asText("");
                if (!subnet.isEmpty() && !CHOSEN.matcher(subnet).matches()) {
                    config.addObject().put("subnet", subnet);
                }
            });
            if (!config.isEmpty()) {
                one.putObject("ipam").set("config", config);
            }
        }
    }

    /** A dollar means a variable in a Compose file; two mean one. */
    private static JsonNode escaped(JsonNode node) {
        if (node.isTextual()) {
            return JSON.getNodeFactory().textNode(node.textValue().replace("$", "$$"));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode out = JSON.createArrayNode();
            array.forEach(each -> out.add(escaped(each)));
            return out;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode out = JSON.createObjectNode();
            object.properties().forEach(field -> out.set(field.getKey(), escaped(field.getValue())));
            return out;
        }
        return node;
    }
}
