package kz.tapbot.validate.internal.backups;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2609 and TB2611: what is saved is saved in a way that can be restored. */
final class BackupOfData implements Check {

    /** Where the engine keeps volumes and containers. */
    private static final String ENGINE_FILES = "/var/lib/docker";

    @Override
    public void run(Estate estate, Findings findings) {
        if (estate.topology().backups().isEmpty()) {
            return;
        }
        Map<DataId, StoredData> byId = new HashMap<>();
        Map<VolumeId, DataId> live = new HashMap<>();
        for (ServiceEntry entry : estate.services()) {
            for (StoredData data : entry.service().stores()) {
                DataId id = new DataId(entry.id(), data.name());
                byId.put(id, data);
                if (isLive(data) && data.volume().isPresent()) {
                    live.putIfAbsent(data.volume().get(), id);
                }
            }
        }
        Map<VolumeId, ServiceEntry> databases = databases(estate);
        Set<DataId> dumped = new HashSet<>();
        for (Backup backup : estate.topology().backups()) {
            for (BackupSource source : backup.sources()) {
                if (source.data().isPresent()) {
                    dumped.add(source.data().get());
                }
            }
        }
        for (Backup backup : estate.topology().backups()) {
            Subject said = Subject.of(backup.address(), backup.places(), "sources");
            for (BackupSource source : backup.sources()) {
                StoredData data =
                        source.data().isPresent() ? byId.get(source.data().get()) : null;
                if (data != null) {
                    readable(findings, said, source.data().get(), data);
                }
                DataId inside =
                        source.volume().isPresent() ? live.get(source.volume().get()) : null;
                if (inside != null && !dumped.contains(inside)) {
                    asFiles(findings, said, source, inside);
                }
                ServiceEntry database = source.volume().map(databases::get).orElse(null);
                if (database != null) {
                    asFiles(findings, said, source, "the data of " + database.address(), "dump");
                }
                if (source.directory().isPresent()
                        && isEngines(source.directory().get().value())) {
                    asFiles(findings, said, source, "the data of running containers", "content");
                }
            }
        }
    }

    /** The volumes to which a known database writes, of which nothing says what it stores in them. */
    private static Map<VolumeId, ServiceEntry> databases(Estate estate) {
        Map<VolumeId, ServiceEntry> databases = new HashMap<>();
        for (ServiceEntry entry : estate.services()) {
            if (entry.database() && entry.service().stores().isEmpty()) {
                for (Mount mount : entry.service().mounts()) {
                    if (mount.volume().isPresent() && !mount.readOnly()) {
                        databases.putIfAbsent(mount.volume().get(), entry);
                    }
                }
            }
        }
        return databases;
    }

    private static boolean isEngines(String path) {
        return path.equals(ENGINE_FILES) || path.startsWith(ENGINE_FILES + "/");
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
                    {} saves {}, for which {} is declared.
                    There is nothing that a backup could read a whole and consistent copy from.
                    Say by which command of its image it is dumped, where it is stored:
                        {}.stores("{}", DataKind.{}, d -> d.dump(Command.of("pg_dump", "-Fc", "-d", "app")))
                    """,
                    said,
                    id.address(),
                    data.volume().isEmpty() ? "neither a dump command nor a volume" : "no dump command",
                    Detail.variable(id.service().service()),
                    id.data(),
                    data.kind());
        }
    }

    private static void asFiles(Findings findings, Subject said, BackupSource source, DataId data) {
        asFiles(findings, said, source, data.address().toString(), Detail.variable(data.data()));
    }

    private static void asFiles(Findings findings, Subject said, BackupSource source, String what, String handle) {
        findings.add(TopologyCode.DATABASE_AS_FILES, said, """
                {} copies {} as files, in which {} lies.
                Files change while they are copied, so the copy holds two moments at once and may not open when it is needed.
                Save the data by its own dump instead:
                    .of({})
                """, said, Source.name(source), what, handle);
    }
}
