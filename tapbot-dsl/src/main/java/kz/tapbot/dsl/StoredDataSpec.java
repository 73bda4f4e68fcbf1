package kz.tapbot.dsl;

import kz.tapbot.model.value.Command;

/** The scope of something that a container stores. */
public interface StoredDataSpec extends Scope<StoredDataSpec> {

    /** Says the volume it lies in. */
    StoredDataSpec in(VolumeRef volume);

    /** Says the command, run in the container, that writes a consistent copy to its standard output. */
    StoredDataSpec dump(Command command);

    /** Says the command, run in the container, that reads such a copy from its standard input. */
    StoredDataSpec restore(Command command);

    /** Says why it needs no backup. */
    StoredDataSpec needsNoBackupBecause(String reason);
}
