package kz.tapbot.runtime.memory.internal.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.memory.internal.host.Disk;
import kz.tapbot.runtime.spi.OperationFailedException;

/** The images of a simulated engine, and how what runs from them behaves. */
public final class Images {

    /**
     * How containers of an image behave.
     *
     * @param missing whether no registry has it
     * @param crashes whether they end right after their start
     * @param unhealthy whether they never become healthy
     * @param ready how long they take to become ready
     * @param says what they write to their log
     */
    public record Behaviour(boolean missing, boolean crashes, boolean unhealthy, Duration ready, List<String> says) {

        /** As most do: ready after two seconds. */
        static final Behaviour USUAL = new Behaviour(false, false, false, Duration.ofSeconds(2), List.of());

        /** No registry has it. */
        public Behaviour withMissing() {
            return new Behaviour(true, crashes, unhealthy, ready, says);
        }

        /** They end right after their start. */
        public Behaviour withCrashes() {
            return new Behaviour(missing, true, unhealthy, ready, says);
        }

        /** They never become healthy. */
        public Behaviour withUnhealthy() {
            return new Behaviour(missing, crashes, true, ready, says);
        }

        /** They take so long to become ready. */
        public Behaviour withReady(Duration time) {
            return new Behaviour(missing, crashes, unhealthy, time, says);
        }

        /** They write that to their log. */
        public Behaviour withSays(List<String> lines) {
            return new Behaviour(missing, crashes, unhealthy, ready, List.copyOf(lines));
        }
    }

    /** The bytes of every image. */
    public static final long SIZE = 16L << 20;

    private final NavigableSet<Image> pulled = new TreeSet<>();
    private final NavigableSet<Image> published = new TreeSet<>();
    private final Map<Image, Behaviour> behaviours = new TreeMap<>();
    private final Disk disk;

    Images(Disk disk) {
        this.disk = disk;
    }

    /** Brings an image. */
    public void pull(Image image) {
        if (pulled.contains(image)) {
            return;
        }
        if (behaviour(image).missing()) {
            throw new OperationFailedException("Pulling " + image + " failed: manifest for " + image
                    + " not found. Check the name and the tag; what runs was not touched.");
        }
        disk.take(SIZE, "image " + image);
        pulled.add(image);
    }

    /** Brings back an image of which a copy was kept on the engine. */
    public void restore(Image image) {
        pulled.add(image);
    }

    /** Takes an image away. */
    public void remove(Image image) {
        if (pulled.remove(image)) {
            disk.giveBack(SIZE);
        }
    }

    /** Lets the registry have an image. */
    public void publish(Image image) {
        published.add(image);
    }

    /** The tags that the registry has for an image: of what was published, and of what was pulled from there. */
    public SortedSet<String> tags(Image image) {
        if (behaviour(image).missing()) {
            throw new OperationFailedException(
                    "The registry of " + image.name() + " cannot be asked: it does not answer.");
        }
        SortedSet<String> tags = new TreeSet<>();
        for (SortedSet<Image> all : List.of(published, pulled)) {
            all.stream().filter(one -> one.name().equals(image.name())).forEach(one -> tags.add(one.tag()));
        }
        return tags;
    }

    /** Whether an image is there. */
    public boolean has(Image image) {
        return pulled.contains(image);
    }

    /** All that are there. */
    public SortedSet<Image> all() {
        return Collections.unmodifiableSortedSet(pulled);
    }

    /** How containers of an image behave. */
    public Behaviour behaviour(Image image) {
        return behaviours.getOrDefault(image, Behaviour.USUAL);
    }

    /** Sets how containers of an image behave. */
    public void behave(Image image, Behaviour behaviour) {
        behaviours.put(image, behaviour);
    }

    /** Every image behaves well again. */
    public void mend() {
        behaviours.clear();
    }
}
