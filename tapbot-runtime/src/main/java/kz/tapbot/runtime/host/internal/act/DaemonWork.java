package kz.tapbot.runtime.host.internal.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The container engine: installed where there is none, and set as declared; settings of others stay. */
public final class DaemonWork {

    /** Debian's and Ubuntu's own; an engine from Docker's packages is taken as it is. */
    private static final String PACKAGE = "docker.io";

    private static final String CONFIGURATION = "/etc/docker/daemon.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bench bench;

    /** With that bench. */
    public DaemonWork(Bench bench) {
        this.bench = bench;
    }

    /** Installs and configures it. */
    public void configure(DaemonResource daemon) {
        bench.inTurn(() -> {
            bench.refuseOthers(daemon.address());
            boolean installed = bench.ask("program", "dockerd").equals("yes");
            byte[] merged = merged(daemon);
            bench.bring(daemon, "Configuring the container engine", steps -> {
                if (!installed) {
                    // The settings are there before it is started for the first time.
                    steps.put(CONFIGURATION, "644", 0, merged).of("install").list(List.of(PACKAGE));
                }
                steps.of("engine").bytes(merged);
            });
        });
    }

    private byte[] merged(DaemonResource daemon) {
        byte[] found =
                bench.link().perform("Reading " + CONFIGURATION, Steps.looking().of("cat", CONFIGURATION));
        ObjectNode root = read(new String(found, StandardCharsets.UTF_8));
        for (Map.Entry<String, String> setting : new TreeMap<>(daemon.settings()).entrySet()) {
            ObjectNode at = root;
            String name = setting.getKey();
            int dot = name.indexOf('.');
            while (dot > 0) {
                JsonNode below = at.path(name.substring(0, dot));
                at = below instanceof ObjectNode there ? there : at.putObject(name.substring(0, dot));
                name = name.substring(dot + 1);
                dot = name.indexOf('.');
            }
            if (setting.getValue().equals("true") || setting.getValue().equals("false")) {
                at.put(name, Boolean.parseBoolean(setting.getValue()));
            } else {
                at.put(name, setting.getValue());
            }
        }
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode read(String text) {
        if (text.isBlank()) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(text) instanceof ObjectNode root) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Said below: the parser's own words would show what is in the file.
        }
        throw new OperationFailedException("Configuring the container engine failed: " + CONFIGURATION
                + " is there and is no JSON object. Mend or remove it by hand.");
    }
}
