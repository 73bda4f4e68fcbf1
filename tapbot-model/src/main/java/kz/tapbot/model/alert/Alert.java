package kz.tapbot.model.alert;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AlertName;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.InvalidValueException;
import org.immutables.value.Value;

/** A condition that people are told of. */
@Value.Immutable
public interface Alert {

    /** Its name. */
    AlertName name();

    /** What is watched. */
    Metric metric();

    /** The value from which it is bad, in the metric's unit; absent where the metric has none. */
    OptionalInt threshold();

    /** For how long it must be bad. */
    @Value.Default
    default Duration lasting() {
        return Duration.ZERO;
    }

    /** How loud. */
    @Value.Default
    default AlertSeverity severity() {
        return AlertSeverity.WARNING;
    }

    /** Who is told. */
    @Value.NaturalOrder
    SortedSet<NotifierName> notifies();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("alert", name());
    }

    /** Checks the time. */
    @Value.Check
    default void check() {
        if (lasting().isNegative() || lasting().toDays() > 366) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "An alert waits for nothing up to a year, not " + lasting() + ".");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableAlert.Builder {
        Builder() {}
    }
}
