package kz.tapbot.model.name;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A reference to something that a service stores; the text form is {@code server/service/data}.
 *
 * @param service the service that stores it
 * @param data its name there
 */
public record DataId(ServiceId service, DataName data) implements Comparable<DataId> {

    private static final Comparator<DataId> ORDER =
            Comparator.comparing(DataId::service).thenComparing(DataId::data);

    /**
     * Reads the text form.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is anything else
     */
    public static DataId of(String text) {
        String[] parts = Address.split("data reference", text, 3);
        return new DataId(new ServiceId(ServerName.of(parts[0]), ServiceName.of(parts[1])), DataName.of(parts[2]));
    }

    /** The address of what is referred to. */
    public Address address() {
        return new Address("data", toString());
    }

    @Override
    public int compareTo(DataId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof DataId that && data.equals(that.data) && service.equals(that.service);
    }

    @Override
    public int hashCode() {
        return 31 * service.hashCode() + data.hashCode();
    }

    @Override
    public String toString() {
        return service + "/" + data;
    }
}
