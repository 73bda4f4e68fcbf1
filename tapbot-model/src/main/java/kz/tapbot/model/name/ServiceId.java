package kz.tapbot.model.name;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a service of a server; the text form is {@code server/service}.
 *
 * @param server the server it is on
 * @param service its name there
 */
public record ServiceId(ServerName server, ServiceName service) implements Comparable<ServiceId> {

    /**
     * Reads the text form.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is anything else
     */
    public static ServiceId of(String text) {
        String[] parts = Address.split("service reference", text, 2);
        return new ServiceId(ServerName.of(parts[0]), ServiceName.of(parts[1]));
    }

    /** The address of what is referred to. */
    public Address address() {
        return new Address("service", server.value() + "/" + service.value());
    }

    @Override
    public int compareTo(ServiceId other) {
        int order = server.compareTo(other.server);
        return order != 0 ? order : service.compareTo(other.service);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ServiceId that && service.equals(that.service) && server.equals(that.server);
    }

    /** Spread, as the hashes of short names lie close together: with the usual 31 most services of a big estate would collide. */
    @Override
    public int hashCode() {
        return 0x9E3779B1 * server.hashCode() + service.hashCode();
    }

    @Override
    public String toString() {
        return server.value() + "/" + service.value();
    }
}
