package kz.tapbot.model.service;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;
import org.immutables.value.Value;

/** What a container may take of its server. */
@Value.Immutable
public interface Limits {

    /** The most memory it gets before it is killed. */
    Optional<DataSize> memory();

    /** The most processor time it gets. */
    Optional<Cpus> cpus();

    /** The most processes and threads, from 1. */
    OptionalInt processes();

    /** What the kernel limits its processes in, each kind at most once; the engine's own default for what is not named. */
    @Value.NaturalOrder
    SortedSet<Ulimit> ulimits();

    /** The most disk that one of its log files takes. */
    @Value.Default
    default DataSize logFile() {
        return DataSize.mib(10);
    }

    /** How many log files are kept, from 1. */
    @Value.Default
    default int logFiles() {
        return 3;
    }

    /** Checks the ranges, and that no kind of limit is said twice. */
    @Value.Check
    default void check() {
        if (logFiles() < 1 || logFiles() > 100 || processes().orElse(1) < 1) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A container keeps 1 to 100 log files and may have at least one process.");
        }
        if (ulimits().stream().map(Ulimit::kind).distinct().count() < ulimits().size()) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "A container has one limit of each kind: " + ulimits() + ".");
        }
    }

    /** No limits but on logs. */
    static Limits none() {
        return Builder.NONE;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableLimits.Builder {
        private static final Limits NONE = new Builder().build();

        Builder() {}
    }
}
