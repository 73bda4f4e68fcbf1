package kz.tapbot.model.name;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;

/**
 * A reference to a volume of a server; the text form is {@code server/volume}.
 *
 * @param server the server it is on
 * @param volume its name there
 */
public record VolumeId(ServerName server, VolumeName volume) implements Comparable<VolumeId> {

    private static final Comparator<VolumeId> ORDER =
            Comparator.comparing(VolumeId::server).thenComparing(VolumeId::volume);

    /**
     * Reads the text form.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static VolumeId of(String text) {
        String[] parts = Address.split("volume reference", text, 2);
        return new VolumeId(ServerName.of(parts[0]), VolumeName.of(parts[1]));
    }

    /** The address of what is referred to. */
    public Address address() {
        return new Address("volume", server.value() + "/" + volume.value());
    }

    @Override
    public int compareTo(VolumeId other) {
        return ORDER.compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        return server.value() + "/" + volume.value();
    }
}
