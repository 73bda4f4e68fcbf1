package kz.tapbot.runtime.docker.internal.daily;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.model.Image;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.daily.EngineImage;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.daily.Stock;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.RawJson;
import kz.tapbot.runtime.docker.internal.release.Shelf;

/** The images of an engine, and removing those that are not needed any more. Nothing is removed by force: the engine refuses what came into use. */
final class StockWork {

    private static final String NO_NAME = "<none>";

    private final Engine engine;
    private final Shelf shelf;

    StockWork(Engine engine, Shelf shelf) {
        this.engine = engine;
        this.shelf = shelf;
    }

    Stock stock(Set<String> ours) {
        Set<String> used = new HashSet<>();
        ContainerList.all(engine).forEach(container -> used.add(container.getImageId()));
        Map<String, Long> own = ownBytes();
        List<EngineImage> images = new ArrayList<>();
        for (Image image : engine.ask(
                "Listing images", () -> engine.client().listImagesCmd().exec())) {
            images.add(new EngineImage(
                    image.getId(), names(image), own.getOrDefault(image.getId(), 0L), used.contains(image.getId())));
        }
        return new Stock(images, shelf.needs(), services(ours));
    }

    /** Bytes that an image shares with no other. */
    private Map<String, Long> ownBytes() {
        Optional<JsonNode> df = RawJson.get(engine, "Asking how much disk is used", "/system/df");
        Map<String, Long> own = new HashMap<>();
        df.ifPresent(answer -> answer.path("Images")
                .forEach(image -> own.put(
                        image.path("Id").asText(),
                        Math.max(
                                0,
                                image.path("Size").asLong()
                                        - Math.max(0, image.path("SharedSize").asLong())))));
        return own;
    }

    private static SortedSet<String> names(Image image) {
        SortedSet<String> names = new TreeSet<>();
        for (String[] all : new String[][] {image.getRepoTags(), image.getRepoDigests()}) {
            for (String name : all == null ? new String[0] : all) {
                if (!name.contains(NO_NAME)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static SortedSet<ServiceName> services(Set<String> containers) {
        SortedSet<ServiceName> all = new TreeSet<>();
        for (String name : containers) {
            try {
                all.add(ServiceName.of(name));
            } catch (InvalidValueException e) {
                // Adopted under a name that no service can have.
            }
        }
        return all;
    }

    void remove(Leftover leftover) {
        if (leftover instanceof Leftover.OldReleases old) {
            shelf.close(old.service());
        } else if (leftover instanceof Leftover.OldImage image) {
            remove(image);
        }
    }

    /** By its names with a tag, and what is left without any by what it is; a digest goes with the last tag of its repository. */
    private void remove(Leftover.OldImage image) {
        String doing = "Removing image "
                + (image.names().isEmpty() ? image.id() : image.names().first());
        for (String name : image.names()) {
            if (name.indexOf('@') < 0) {
                engine.bring(doing, () -> engine.client().removeImageCmd(name).exec());
            }
        }
        boolean nameless = engine.find(
                        doing, () -> engine.client().inspectImageCmd(image.id()).exec())
                .filter(left -> left.getRepoTags() == null || left.getRepoTags().isEmpty())
                .filter(left -> left.getRepoDigests() == null || image.names().containsAll(left.getRepoDigests()))
                .isPresent();
        if (nameless) {
            engine.bring(doing, () -> engine.client().removeImageCmd(image.id()).exec());
        }
        shelf.forget(image.id());
    }
}
