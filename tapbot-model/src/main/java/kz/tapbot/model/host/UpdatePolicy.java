package kz.tapbot.model.host;

import java.time.LocalTime;
import java.util.Optional;
import org.immutables.value.Value;

/** How a server's packages are kept up to date. */
@Value.Immutable
public interface UpdatePolicy {

    /** Whether security updates install themselves. */
    @Value.Default
    default boolean securityUpdates() {
        return true;
    }

    /** When the server may restart for them; never by itself if absent. */
    Optional<LocalTime> rebootAt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableUpdatePolicy.Builder {
        Builder() {}
    }
}
