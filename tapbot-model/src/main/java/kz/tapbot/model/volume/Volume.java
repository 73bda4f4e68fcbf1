package kz.tapbot.model.volume;

import java.util.Optional;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** Named storage on a server. Its data is guarded: no plan removes it unless the server retires it by name. */
@Value.Immutable
public interface Volume {

    /** Its name. */
    VolumeName name();

    /** How large it is expected to grow. */
    Optional<DataSize> expectedSize();

    /** Why it needs no backup; absent if it does. */
    Optional<String> noBackupBecause();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Checks the reason. */
    @Value.Check
    default void check() {
        Texts.line("reason", noBackupBecause());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableVolume.Builder {
        Builder() {}
    }
}
