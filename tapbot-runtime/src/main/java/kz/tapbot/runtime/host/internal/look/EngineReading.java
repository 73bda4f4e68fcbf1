package kz.tapbot.runtime.host.internal.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.spi.Cleaned;

/** Whether there is a container engine, whether it runs, and its settings with a dot for a step down. */
public final class EngineReading {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EngineReading() {}

    /** Whether it is installed and runs. */
    public static boolean runs(String part) {
        return part.startsWith("active\n");
    }

    static Optional<SortedMap<String, String>> of(String part) {
        int end = part.indexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        NavigableMap<String, String> all = new TreeMap<>();
        if (!runs(part)) {
            all.put(DaemonResource.STOPPED, "true");
        }
        try {
            flatten("", JSON.readTree(part.substring(end + 1)), all);
        } catch (JsonProcessingException e) {
            all.put(DaemonResource.STOPPED, "its settings cannot be read");
        }
        return Optional.of(all);
    }

    private static void flatten(String before, JsonNode node, SortedMap<String, String> into) {
        node.properties().forEach(field -> {
            String name = before + field.getKey();
            if (field.getValue().isObject()) {
                flatten(name + ".", field.getValue(), into);
            } else {
                into.put(
                        name,
                        Cleaned.line(
                                field.getValue().isValueNode()
                                        ? field.getValue().asText()
                                        : field.getValue().toString()));
            }
        });
    }
}
