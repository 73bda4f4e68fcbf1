package kz.tapbot.model.service;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;

/** What a container's processes are kept from. */
@Value.Immutable
@JsonDeserialize(builder = Confinement.Builder.class)
public interface Confinement {

    /** The user it runs as, numeric or by name, instead of the image's own. */
    Optional<String> user();

    /** Whether its root file system cannot be written to. */
    @Value.Default
    default boolean readOnlyRoot() {
        return false;
    }

    /** Whether its processes can gain no rights that they did not start with. */
    @Value.Default
    default boolean noNewPrivileges() {
        return true;
    }

    /** Whether a small init process reaps children. */
    @Value.Default
    default boolean init() {
        return false;
    }

    /** Capabilities taken away, as capabilities(7) names them without CAP_; ALL for every one. */
    @Value.NaturalOrder
    SortedSet<String> droppedCapabilities();

    /** Capabilities given back. */
    @Value.NaturalOrder
    SortedSet<String> addedCapabilities();

    /** As the image has it, but without new privileges. */
    static Confinement standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableConfinement.Builder {
        Builder() {}
    }
}
