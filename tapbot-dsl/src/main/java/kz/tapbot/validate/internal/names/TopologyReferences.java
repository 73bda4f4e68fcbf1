package kz.tapbot.validate.internal.names;

import java.util.List;
import java.util.function.Supplier;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2004 for what lives on no server: links, backups, notifiers and alerts. */
final class TopologyReferences implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        References references = new References(estate, findings);
        estate.topology().links().forEach(link -> link(references, link));
        estate.topology().backups().forEach(backup -> backup(estate, references, backup));
        for (Notifier notifier : estate.topology().notifiers()) {
            Supplier<Subject> from = () -> Subject.of(notifier.address(), notifier.places(), "telegramToken");
            notifier.telegramToken().ifPresent(secret -> references.secret(from, secret));
        }
        for (Alert alert : estate.topology().alerts()) {
            Supplier<Subject> from = () -> Subject.of(alert.address(), alert.places(), "notifies");
            alert.notifies().forEach(notifier -> references.notifier(from, notifier));
        }
    }

    private static void link(References references, Link link) {
        Supplier<Subject> servers = () -> Subject.of(link.address(), link.places(), "servers");
        for (ServerName server : link.servers()) {
            references.server(servers, server);
        }
        Supplier<Subject> permits = () -> Subject.of(link.address(), link.places(), "permits");
        for (LinkPermit permit : link.permits()) {
            references.service(permits, permit.from());
            references.service(permits, permit.to());
        }
    }

    private static void backup(Estate estate, References references, Backup backup) {
        Supplier<Subject> sources = () -> Subject.of(backup.address(), backup.places(), "sources");
        for (BackupSource source : backup.sources()) {
            source.data().ifPresent(data -> data(estate, references, sources, data));
            source.volume().ifPresent(volume -> volume(estate, references, sources, volume));
            source.server().ifPresent(server -> references.server(sources, server));
        }
        Supplier<Subject> targets = () -> Subject.of(backup.address(), backup.places(), "targets");
        for (BackupTarget target : backup.targets()) {
            if (target.destination() instanceof Destination.Directory directory) {
                references.server(targets, directory.server());
            } else if (target.destination() instanceof Destination.S3 bucket) {
                bucket.accessKey().ifPresent(secret -> references.secret(targets, secret));
                bucket.secretKey().ifPresent(secret -> references.secret(targets, secret));
            } else if (target.destination() instanceof Destination.Sftp sftp) {
                references.secret(targets, sftp.key());
            }
        }
        Supplier<Subject> encryption = () -> Subject.of(backup.address(), backup.places(), "encryption");
        backup.encryption().ifPresent(secret -> references.secret(encryption, secret));
    }

    private static void data(Estate estate, References references, Supplier<Subject> from, DataId data) {
        if (!references.service(from, data.service())) {
            return;
        }
        Service service = estate.service(data.service()).orElseThrow().service();
        List<Address> declared = service.stores().stream()
                .map(stored -> new DataId(data.service(), stored.name()).address())
                .toList();
        if (!declared.contains(data.address())) {
            references.unknown(from, data.address(), declared);
        }
    }

    private static void volume(Estate estate, References references, Supplier<Subject> from, VolumeId volume) {
        if (references.server(from, volume.server()) && estate.volume(volume).isEmpty()) {
            references.unknown(from, volume.address(), ServiceReferences.volumes(estate, volume.server()));
        }
    }
}
