package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.event.RuntimeEvent;

/** Adds up what the engine says of each layer, and tells of it now and then. */
final class PullWatch extends PullImageResultCallback {

    /** So often at most, but for the last time. */
    static final Duration EVERY = Duration.ofSeconds(3);

    private static final int MOST_LAYERS = 1000;

    private final Address address;
    private final Image image;
    private final EventListener listener;
    private final LongSupplier nanos;
    private final Map<String, Layer> layers = new HashMap<>();
    private long told;

    private record Layer(long there, long size) {}

    PullWatch(Address address, Image image, EventListener listener, LongSupplier nanos) {
        this.address = address;
        this.image = image;
        this.listener = listener;
        this.nanos = nanos;
        this.told = nanos.getAsLong();
    }

    @Override
    public void onNext(PullResponseItem item) {
        super.onNext(item);
        note(String.valueOf(item.getId()), String.valueOf(item.getStatus()), item.getProgressDetail());
        if (!layers.isEmpty() && nanos.getAsLong() - told >= EVERY.toNanos()) {
            tell();
        }
    }

    /** Of an image that is there in the end, all is there; one without a layer to load is not told of. */
    void ended() {
        layers.replaceAll((id, layer) -> new Layer(layer.size(), layer.size()));
        if (!layers.isEmpty()) {
            tell();
        }
    }

    private void note(String id, String status, @org.jspecify.annotations.Nullable ProgressDetail detail) {
        if (status.equals("Download complete")) {
            layers.computeIfPresent(id, (same, layer) -> new Layer(layer.size(), layer.size()));
        } else if (status.equals("Downloading") && detail != null && layers.size() < MOST_LAYERS) {
            long size = detail.getTotal() == null ? 0 : Math.max(0, detail.getTotal());
            long there = detail.getCurrent() == null ? 0 : Math.max(0, detail.getCurrent());
            layers.put(id, new Layer(Math.min(there, size), size));
        }
    }

    private void tell() {
        told = nanos.getAsLong();
        long there = layers.values().stream().mapToLong(Layer::there).sum();
        long size = layers.values().stream().mapToLong(Layer::size).sum();
        listener.on(new RuntimeEvent.ImageProgress(address, image.value(), there, size));
    }
}
