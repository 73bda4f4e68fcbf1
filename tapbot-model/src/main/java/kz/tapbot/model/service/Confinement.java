package kz.tapbot.model.service;

import java.util.Optional;
import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.immutables.value.Value;

/** What a container's processes are kept from. */
@Value.Immutable
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

    /** Capabilities taken away. */
    @Value.NaturalOrder
    SortedSet<Capability> droppedCapabilities();

    /** Capabilities given back. */
    @Value.NaturalOrder
    SortedSet<Capability> addedCapabilities();

    /** As the image has it, but without new privileges. */
    static Confinement standard() {
        return Builder.STANDARD;
    }

    /** Checks the user. */
    @Value.Check
    default void check() {
        user().ifPresent(Confinement::user);
    }

    private static void user(String who) {
        if (who.length() > 64 || !who.matches("[a-z0-9_][a-z0-9_.-]*(?::[a-z0-9_][a-z0-9_.-]*)?")) {
            throw new InvalidValueException(
                    ModelCode.BAD_SYSTEM_NAME,
                    "A container's user is a number or a name, with a group after a colon if need be, not "
                            + InvalidValueException.show(who) + ".");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableConfinement.Builder {
        private static final Confinement STANDARD = new Builder().build();

        Builder() {}
    }
}
