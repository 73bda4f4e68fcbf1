package kz.tapbot.validate.internal.backups;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2609 and TB2611: what is saved is saved in a way that can be restored. */
final class BackupOfData implements Check {

    /** Where the engine keeps volumes and containers. */
    private static final String ENGINE_FILES = "/var/lib/docker";

    /** Stored data with its reference. */
    private record Stored(DataId id, StoredData data) {}

    @Override
    public void run(Estate estate, Findings findings) {
        if (estate.topology().backups().isEmpty()) {
            return;
        }
        Map<DataId, StoredData> byId = new HashMap<>();
        Map<VolumeId, Stored> live = new HashMap<>();
        for (ServiceEntry entry : estate.services()) {
            for (StoredData data : entry.service().stores()) {
                DataId id = new DataId(entry.id(), data.name());
                byId.put(id, data);
                if (isLive(data)) {
                    data.volume().ifPresent(volume -> live.putIfAbsent(volume, new Stored(id, data)));
                }
            }
        }
        Set<DataId> dumped = new HashSet<>();
        for (Backup backup : estate.topology().backups()) {
            backup.sources().forEach(source -> source.data().ifPresent(dumped::add));
        }
        for (Backup backup : estate.topology().backups()) {
            Subject said = Subject.of(backup.address(), backup.places(), "sources");
            for (BackupSource source : backup.sources()) {
                source.data()
                        .map(byId::get)
                        .ifPresent(
                                data -> readable(findings, said, source.data().orElseThrow(), data));
                source.volume()
                        .map(live::get)
                        .filter(stored -> !dumped.contains(stored.id()))
                        .ifPresent(stored -> asFiles(findings, said, source, stored.id()));
                source.directory()
                        .filter(path -> path.value().equals(ENGINE_FILES)
                                || path.value().startsWith(ENGINE_FILES + "/"))
                        .ifPresent(path -> asFiles(findings, said, source, "the data of running containers"));
            }
        }
    }

    /** Whether the files change under a copy that is being made of them, so that the copy cannot be opened. */
    private static boolean isLive(StoredData data) {
        return data.kind() == DataKind.DATABASE
                || data.kind() == DataKind.COLLECTION
                || data.kind() == DataKind.KEY_VALUE;
    }

    private static void readable(Findings findings, Subject said, DataId id, StoredData data) {
        if (data.dump().isEmpty() && (isLive(data) || data.volume().isEmpty())) {
            findings.add(
                    TopologyCode.DATA_UNREADABLE,
                    said,
                    """
                    {} saves {}, for which no dump command is declared{}.
                    There is nothing that a backup could read a whole and consistent copy from.
                    Declare how it is dumped where it is stored:
                        .stores("app", DataKind.DATABASE, d -> d.dump("pg_dump", "-Fc", "-d", "app"))
                    """,
                    said,
                    id.address(),
                    Optional.of(data)
                            .filter(stored -> stored.volume().isEmpty())
                            .map(stored -> ", and no volume")
                            .orElse(""));
        }
    }

    private static void asFiles(Findings findings, Subject said, BackupSource source, Object what) {
        String data = what instanceof DataId id ? id.address().toString() : what.toString();
        findings.add(TopologyCode.DATABASE_AS_FILES, said, """
                {} copies {} as files, in which {} lies.
                Files change while they are copied, so the copy holds two moments at once and may not open when it is needed.
                Save the data by its own dump instead:
                    .of(postgres.database("app"))
                """, said, source, data);
    }
}
