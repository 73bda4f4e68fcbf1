package kz.tapbot.validate.internal.backups;

import java.util.HashSet;
import java.util.Set;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2607, TB2608 and TB2614: what would be lost for good is saved, or a reason says why not. */
final class Coverage implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Set<DataId> savedData = new HashSet<>();
        Set<VolumeId> savedVolumes = new HashSet<>();
        for (Backup backup : estate.topology().backups()) {
            for (BackupSource source : backup.sources()) {
                if (source.data().isPresent()) {
                    savedData.add(source.data().get());
                }
                if (source.volume().isPresent()) {
                    savedVolumes.add(source.volume().get());
                }
            }
        }
        Set<VolumeId> mounted = new HashSet<>();
        Set<VolumeId> written = new HashSet<>();
        Set<VolumeId> explained = new HashSet<>();
        for (ServiceEntry entry : estate.services()) {
            for (Mount mount : entry.service().mounts()) {
                if (mount.volume().isPresent()) {
                    mounted.add(mount.volume().get());
                    if (entry.active() && !mount.readOnly()) {
                        written.add(mount.volume().get());
                    }
                }
            }
            for (StoredData data : entry.service().stores()) {
                if (data.volume().isPresent()) {
                    explained.add(data.volume().get());
                }
                if (entry.active()) {
                    data(findings, savedData, savedVolumes, entry, data);
                }
            }
        }
        for (Server server : estate.servers()) {
            for (Volume volume : server.volumes()) {
                VolumeId id = new VolumeId(server.name(), volume.name());
                if (!mounted.contains(id)) {
                    unused(findings, server, volume, id);
                } else if (written.contains(id)
                        && !explained.contains(id)
                        && !savedVolumes.contains(id)
                        && volume.noBackupBecause().isEmpty()) {
                    unsaved(findings, volume, id);
                }
            }
        }
    }

    private static void data(
            Findings findings, Set<DataId> savedData, Set<VolumeId> savedVolumes, ServiceEntry entry, StoredData data) {
        if (!data.precious()) {
            return;
        }
        DataId id = new DataId(entry.id(), data.name());
        boolean saved = savedData.contains(id)
                || data.volume().isPresent()
                        && savedVolumes.contains(data.volume().get());
        if (!saved) {
            Subject said = data.places().declaration().isPresent()
                    ? Subject.of(id.address(), data.places())
                    : new Subject(id.address(), entry.at("stores").place());
            findings.add(TopologyCode.DATA_WITHOUT_BACKUP, said, """
                    {} is saved by no backup.
                    When the disk fails, or somebody removes the wrong thing, it is gone for good.
                    Save it with the others, or say why it may be lost with .needsNoBackupBecause("…"):
                        t.backup("nightly", b -> b.of({}).dailyAt("02:00").restoreDrill(Drill.monthly())
                                .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                                .to(S3.bucket("backups"), keep -> keep.days(30)));
                    """, id.address(), Detail.variable(data.name()));
        }
    }

    private static void unsaved(Findings findings, Volume volume, VolumeId id) {
        Subject said = Subject.of(id.address(), volume.places());
        findings.add(TopologyCode.VOLUME_WITHOUT_BACKUP, said, """
                {} is written to and saved by no backup.
                When the disk fails, or somebody removes the wrong thing, what lies in it is gone for good.
                Save it with the others, or say why it may be lost with .needsNoBackupBecause("…"):
                    t.backup("nightly", b -> b.of({}).dailyAt("02:00").restoreDrill(Drill.monthly())
                            .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                            .to(S3.bucket("backups"), keep -> keep.days(30)));
                """, id.address(), Detail.variable(volume.name()));
    }

    private static void unused(Findings findings, Server server, Volume volume, VolumeId id) {
        findings.add(
                TopologyCode.VOLUME_UNUSED,
                Subject.of(id.address(), volume.places()),
                """
                No service mounts {}.
                It may be left over, or a service that should keep its data in it loses it with each new container.
                Mount it, or remove the declaration; what already lies in it stays until {} retires it by name.
                """,
                id.address(),
                server.address());
    }
}
