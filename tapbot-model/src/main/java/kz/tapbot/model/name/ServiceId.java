package kz.tapbot.model.name;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;

/**
 * A reference to a service of a server; the text form is {@code server/service}.
 *
 * @param server the server it is on
 * @param service its name there
 */
public record ServiceId(ServerName server, ServiceName service) implements Comparable<ServiceId> {

    private static final Comparator<ServiceId> ORDER =
            Comparator.comparing(ServiceId::server).thenComparing(ServiceId::service);

    /**
     * Reads the text form.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
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
        return ORDER.compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        return server.value() + "/" + service.value();
    }
}
