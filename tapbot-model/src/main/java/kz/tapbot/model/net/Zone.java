package kz.tapbot.model.net;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.Sorted;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** A DNS zone and what is declared in it. */
@Value.Immutable
public interface Zone {

    /** The zone's own name. */
    HostName name();

    /** Who serves it, for people. */
    Optional<String> provider();

    /** Records that do not follow from routes. */
    List<DnsRecord> records();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return new Address("zone", name().value());
    }

    /** Puts the records into their one order. */
    @Value.Check
    default Zone sorted() {
        Texts.line("provider", provider());
        return Sorted.is(records(), Zone::key)
                ? this
                : builder().from(this).records(Sorted.by(records(), Zone::key)).build();
    }

    private static String key(DnsRecord dnsRecord) {
        return dnsRecord.name() + " " + dnsRecord.type() + " " + dnsRecord.values() + " " + dnsRecord.ttl();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableZone.Builder {
        Builder() {}
    }
}
