package kz.tapbot.runtime.docker.internal.examine;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.keep.Kit;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.RawJson;
import kz.tapbot.runtime.docker.internal.link.Together;
import kz.tapbot.runtime.docker.internal.mark.Owners;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.HostCheck;

/**
 * Whether a container is more than a container: what it runs then has the rights of the server. Of a service, paths and capabilities can be declared, which a plan compares; all else is
 * somebody's doing, also to a container of ours. One that does not run does nothing.
 */
public final class EngineChecks {

    private static final int MOST = 12;

    private final Engine engine;
    private final Cabinet cabinet;

    private record Found(JsonNode container, Sway sway) {}

    /** Of that engine, with what Tapbot keeps there. */
    public EngineChecks(Engine engine, Cabinet cabinet) {
        this.engine = engine;
        this.cabinet = cabinet;
    }

    /** All of them. Names and paths of others are made safe, and nothing else of theirs is told. */
    public List<HostCheck> all() {
        List<String> wrong = undeclared(found());
        String some = String.join(", ", wrong.subList(0, Math.min(wrong.size(), MOST)))
                + (wrong.size() > MOST ? " and " + (wrong.size() - MOST) + " more" : "");
        return List.of(new HostCheck(
                Address.of("server", engine.server()),
                "No container on server " + engine.server()
                        + " rules over it, or shares its network or processes, unless that is declared.",
                "none",
                wrong.isEmpty() ? Optional.empty() : Optional.of(some),
                Optional.empty()));
    }

    /** Those that run and have sway, declared or not. */
    private List<Found> found() {
        List<Container> running = ContainerList.running(engine);
        List<Found> all = new ArrayList<>();
        if (running.isEmpty()) {
            return all;
        }
        try (Together together = new Together()) {
            Together.Pending<Map<String, String>> bound = together.begin(() -> Sway.bound(engine));
            List<Together.Pending<Optional<JsonNode>>> looks = new ArrayList<>();
            for (Container each : running) {
                looks.add(together.begin(
                        () -> RawJson.find(engine, "Looking at a container", "/containers/" + each.getId() + "/json")));
            }
            looks.forEach(look -> look.get().ifPresent(container -> {
                Sway sway = Sway.of(container, bound.get());
                if (!sway.isNone()) {
                    all.add(new Found(container, sway));
                }
            }));
        }
        return all;
    }

    private List<String> undeclared(List<Found> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        Kit kit = Kit.read(cabinet);
        NavigableMap<String, String> undeclared = new TreeMap<>();
        for (Found found : all) {
            String name = Cleaned.line(found.container().path("Name").asText().replaceFirst("^/", ""), 100);
            List<String> why = new ArrayList<>(found.sway().rights());
            if (!isMade(kit, name, found.container())) {
                why.addAll(found.sway().declarable());
            }
            if (!why.isEmpty()) {
                undeclared.put(name, name + " (" + String.join(", ", why) + ")");
            }
        }
        return List.copyOf(undeclared.values());
    }

    /** Whether a topology has made it, of those on this engine. */
    private boolean isMade(Kit kit, String name, JsonNode container) {
        Map<String, String> labels = new TreeMap<>();
        container
                .path("Config")
                .path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        Address address = Address.on(engine.server(), "container", name);
        return Owners.owner(address, labels, kit.manifest(), kit.marks())
                .topology()
                .isPresent();
    }
}
