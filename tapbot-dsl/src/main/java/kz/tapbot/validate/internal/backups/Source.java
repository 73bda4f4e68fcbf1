package kz.tapbot.validate.internal.backups;

import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.VolumeId;

/** What messages call a source of a backup. */
final class Source {

    private Source() {}

    static String name(BackupSource source) {
        return source.data()
                .map(DataId::address)
                .or(() -> source.volume().map(VolumeId::address))
                .map(Object::toString)
                .orElseGet(() -> source.directory().orElseThrow() + " of server:" + source.on());
    }
}
