package kz.tapbot.model.net;

import java.time.Duration;
import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** A record of a zone that does not follow from a route. */
@Value.Immutable
public interface DnsRecord {

    /** The name, relative to the zone; {@code @} for the zone itself. */
    String name();

    /** The type. */
    RecordType type();

    /** The values in the zone file's form, at least one. */
    @Value.NaturalOrder
    SortedSet<String> values();

    /** How long it may be cached; one hour unless said otherwise. */
    @Value.Default
    default Duration ttl() {
        return Duration.ofHours(1);
    }

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Checks name, values and time. */
    @Value.Check
    default void check() {
        Texts.line("record's name", name());
        values().forEach(value -> Texts.line("record's value", value));
        if (ttl().isNegative()
                || ttl().toSeconds() > Integer.MAX_VALUE
                || !ttl().equals(Duration.ofSeconds(ttl().toSeconds()))) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A record may be cached for whole seconds from 0 to 2147483647 (RFC 2181, 8), not " + ttl() + ".");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableDnsRecord.Builder {
        Builder() {}
    }
}
