package kz.tapbot.model.backup;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.BackupName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.value.Sorted;
import org.immutables.value.Value;

/** What is saved, when, where to, for how long, and how that is proved. */
@Value.Immutable
public interface Backup {

    /** Its name. */
    BackupName name();

    /** What is saved. */
    @Value.NaturalOrder
    SortedSet<BackupSource> sources();

    /** When; only by hand if absent. */
    Optional<Schedule> schedule();

    /** Where copies go. */
    List<BackupTarget> targets();

    /** The key that copies are encrypted with. */
    Optional<SecretName> encryption();

    /** When a copy is restored to prove that it can be. */
    Optional<Schedule> drill();

    /** Where it was declared. */
    @Value.Default
    @Value.Auxiliary
    default Places places() {
        return Places.none();
    }

    /** Its address. */
    default Address address() {
        return Address.of("backup", name());
    }

    /** Puts the targets into their one order. */
    @Value.Check
    default Backup sorted() {
        return Sorted.is(targets(), Backup::key)
                ? this
                : builder()
                        .from(this)
                        .targets(Sorted.by(targets(), Backup::key))
                        .build();
    }

    private static String key(BackupTarget target) {
        return target.destination() + " " + target.retention();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableBackup.Builder {
        Builder() {}
    }
}
