package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.daily.Usage;

/** Shows what is used, in units that are read at a glance. */
final class Sizes {

    private static final String UNKNOWN = "-";
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Sizes() {}

    /** What an engine holds on disk, if anything of it is known. */
    static Optional<String> engine(ServerUsage usage) {
        List<String> parts = new ArrayList<>();
        usage.images().ifPresent(bytes -> parts.add(bytes(bytes) + " of images"));
        usage.volumes().ifPresent(bytes -> parts.add(bytes(bytes) + " in volumes"));
        usage.layers().ifPresent(bytes -> parts.add(bytes(bytes) + " written in containers"));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    static String cpu(Usage usage) {
        return usage.cpuPercent().isEmpty()
                ? UNKNOWN
                : String.format(Locale.ROOT, "%.1f %%", usage.cpuPercent().getAsDouble());
    }

    static String memory(Usage usage) {
        String used = orUnknown(usage.memory());
        return usage.memory().isPresent() && usage.memoryLimit().isPresent()
                ? used + " of " + bytes(usage.memoryLimit().getAsLong())
                : used;
    }

    static String disk(Usage usage) {
        return orUnknown(usage.disk());
    }

    /** The fields of a container. */
    static Json into(Json json, Usage usage) {
        json.put("cpuPercent", rounded(usage.cpuPercent()));
        put(json, "memoryBytes", usage.memory());
        put(json, "memoryLimitBytes", usage.memoryLimit());
        put(json, "diskBytes", usage.disk());
        return json;
    }

    /** The fields of a server. */
    static void into(Json json, ServerUsage usage) {
        put(json, "imageBytes", usage.images());
        put(json, "volumeBytes", usage.volumes());
        put(json, "layerBytes", usage.layers());
    }

    /** With three digits at most, and a unit of 1,024 each. */
    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || amount >= 10;
        return String.format(Locale.ROOT, whole ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }

    private static String orUnknown(OptionalLong bytes) {
        return bytes.isEmpty() ? UNKNOWN : bytes(bytes.getAsLong());
    }

    private static void put(Json json, String name, OptionalLong bytes) {
        if (bytes.isPresent()) {
            json.put(name, bytes.getAsLong());
        }
    }

    private static Optional<Double> rounded(OptionalDouble percent) {
        return percent.isEmpty() ? Optional.empty() : Optional.of(Math.round(percent.getAsDouble() * 10) / 10.0);
    }
}
