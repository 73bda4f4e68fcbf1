package kz.tapbot.model.host;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import kz.tapbot.model.place.Places;
import org.immutables.value.Value;

/** A person or tool that may do exactly what is named, and nothing else. */
@Value.Immutable
public interface Delegate {

    /** The name. */
    UserName name();

    /** The keys it may log in with; passwords never work. */
    @Value.NaturalOrder
    SortedSet<SshPublicKey> keys();

    /** Whether it may see service status, logs, containers, disk and memory. */
    @Value.Default
    default boolean mayInspect() {
        return false;
    }

    /** Whether Tapbot may log in by this name and change the whole server: all that root may, whatever it is called. */
    @Value.Default
    default boolean mayDeploy() {
        return false;
    }

    /** The units it may restart. */
    @Value.NaturalOrder
    SortedSet<UnitName> mayRestart();

    /** The last day on which it may log in. */
    Optional<LocalDate> expires();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableDelegate.Builder {
        Builder() {}
    }
}
