package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a volume of a server; the text form is {@code server/volume}.
 *
 * @param server the server it is on
 * @param volume its name there
 */
public record VolumeId(ServerName server, VolumeName volume) implements Comparable<VolumeId> {

    /**
     * Reads the text form.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is anything else
     */
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
        int order = server.compareTo(other.server);
        return order != 0 ? order : volume.compareTo(other.volume);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof VolumeId that && volume.equals(that.volume) && server.equals(that.server);
    }

    /** Spread, as the hashes of short names lie close together: with the usual 31 most services of a big estate would collide. */
    @Override
    public int hashCode() {
        return 0x9E3779B1 * server.hashCode() + volume.hashCode();
    }

    @Override
    public String toString() {
        return server.value() + "/" + volume.value();
    }
}
