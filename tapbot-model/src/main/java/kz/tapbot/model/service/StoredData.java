package kz.tapbot.model.service;

import java.util.Optional;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.Texts;
import org.immutables.value.Value;

/** Something that a service stores and a backup can save. */
@Value.Immutable
public interface StoredData {

    /** Its name. */
    DataName name();

    /** What it is. */
    DataKind kind();

    /** The volume it lies in. */
    Optional<VolumeId> volume();

    /** The command, run in the container, that writes a consistent copy to its standard output. */
    Optional<Command> dump();

    /** The command, run in the container, that reads such a copy from its standard input. */
    Optional<Command> restore();

    /** Why it needs no backup; absent if it does. */
    Optional<String> noBackupBecause();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Whether it is lost for good unless it is backed up. */
    default boolean precious() {
        return kind() != DataKind.CACHE && noBackupBecause().isEmpty();
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
    final class Builder extends ImmutableStoredData.Builder {
        Builder() {}
    }
}
