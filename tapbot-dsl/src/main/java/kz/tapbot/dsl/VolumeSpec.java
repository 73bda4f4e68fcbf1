package kz.tapbot.dsl;

import kz.tapbot.model.value.DataSize;

/** The scope of a volume. */
public interface VolumeSpec extends Scope<VolumeSpec> {

    /** Says how large it is expected to grow. */
    VolumeSpec expectedSize(DataSize size);

    /** Says why it needs no backup. */
    VolumeSpec needsNoBackupBecause(String reason);
}
