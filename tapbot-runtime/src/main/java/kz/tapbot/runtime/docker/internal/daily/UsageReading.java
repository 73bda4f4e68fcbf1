package kz.tapbot.runtime.docker.internal.daily;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.daily.Usage;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.RawJson;
import kz.tapbot.runtime.docker.internal.link.Together;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Reads what containers use: two looks at each counter of processor time, and one at the disk. */
final class UsageReading {

    /** Between the two looks; the kernel counts in hundredths of a second. */
    private static final long PAUSE_MILLIS = 400;

    /** An engine walks through every volume for it. */
    private static final Duration DISK_PATIENCE = Duration.ofSeconds(10);

    private final Engine engine;

    UsageReading(Engine engine) {
        this.engine = engine;
    }

    ServerUsage read(SortedMap<String, Container> ours) {
        try (Together together = new Together()) {
            Together.Pending<Optional<JsonNode>> disk =
                    together.begin(() -> RawJson.get(engine, "Asking how much disk is used", "/system/df"));
            Map<String, JsonNode> before = sample(ours, together);
            pause();
            Map<String, JsonNode> after = sample(ours, together);
            JsonNode df = disk.within(DISK_PATIENCE)
                    .flatMap(answer -> answer)
                    .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
            Map<String, Long> layers = new HashMap<>();
            df.path("Containers")
                    .forEach(one -> layers.put(
                            one.path("Id").asText(), one.path("SizeRw").asLong(0)));
            SortedMap<String, Usage> all = new TreeMap<>();
            ours.forEach((name, container) ->
                    all.put(name, usage(before.get(name), after.get(name), disk(df, layers.get(container.getId())))));
            return new ServerUsage(
                    all,
                    present(df.path("LayersSize")),
                    df.has("Containers") ? OptionalLong.of(sum(layers)) : OptionalLong.empty(),
                    df.has("Volumes") ? OptionalLong.of(volumes(df)) : OptionalLong.empty());
        }
    }

    private Map<String, JsonNode> sample(SortedMap<String, Container> ours, Together together) {
        Map<String, Together.Pending<Optional<JsonNode>>> pending = new HashMap<>();
        ours.forEach((name, container) -> {
            if ("running".equals(container.getState())) {
                pending.put(
                        name,
                        together.begin(() -> RawJson.get(
                                engine,
                                "Asking what a container uses",
                                "/containers/" + container.getId() + "/stats?stream=false&one-shot=true")));
            }
        });
        Map<String, JsonNode> all = new HashMap<>();
        pending.forEach((name, answer) -> answer.get().ifPresent(json -> all.put(name, json)));
        return all;
    }

    private static Usage usage(
            @org.jspecify.annotations.Nullable JsonNode before,
            @org.jspecify.annotations.Nullable JsonNode after,
            OptionalLong disk) {
        if (before == null || after == null) {
            return new Usage(OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(), disk);
        }
        JsonNode memory = after.path("memory_stats");
        long used = memory.path("usage").asLong(-1);
        // What "docker stats" leaves out, too: file pages that nobody has touched lately (cgroup version 1, then 2).
        long cache = memory.path("stats")
                .path("total_inactive_file")
                .asLong(memory.path("stats").path("inactive_file").asLong(0));
        return new Usage(
                cpu(before.path("cpu_stats"), after.path("cpu_stats")),
                used < 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, used - cache)),
                limit(memory),
                disk);
    }

    /** The time that the container's processes had of the time that all processors had. */
    private static OptionalDouble cpu(JsonNode before, JsonNode after) {
        double own = after.path("cpu_usage").path("total_usage").asDouble()
                - before.path("cpu_usage").path("total_usage").asDouble();
        double all = after.path("system_cpu_usage").asDouble()
                - before.path("system_cpu_usage").asDouble();
        int processors = Math.max(
                1,
                after.path("online_cpus")
                        .asInt(after.path("cpu_usage").path("percpu_usage").size()));
        return all <= 0 || own < 0 ? OptionalDouble.empty() : OptionalDouble.of(own / all * processors * 100);
    }

    /** Without a limit the engine shows the memory of the machine, or a number near the largest there is. */
    private static OptionalLong limit(JsonNode memory) {
        long limit = memory.path("limit").asLong(0);
        return limit <= 0 || limit > 1L << 60 ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    private static OptionalLong disk(JsonNode df, @org.jspecify.annotations.Nullable Long layer) {
        return !df.has("Containers") ? OptionalLong.empty() : OptionalLong.of(layer == null ? 0 : layer);
    }

    private static OptionalLong present(JsonNode number) {
        return number.isNumber() ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
    }

    private static long sum(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long volumes(JsonNode df) {
        long all = 0;
        for (JsonNode volume : df.path("Volumes")) {
            all += Math.max(0, volume.path("UsageData").path("Size").asLong(0));
        }
        return all;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException("Asking what containers use was interrupted.");
        }
    }
}
