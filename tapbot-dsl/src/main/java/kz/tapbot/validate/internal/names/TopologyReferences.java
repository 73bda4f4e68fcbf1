package kz.tapbot.validate.internal.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2004 for what lives on no server: links, backups, notifiers, logins at registries and alerts. */
final class TopologyReferences implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        References references = new References(estate, findings);
        for (Link link : estate.topology().links()) {
            link(references, link);
        }
        for (Backup backup : estate.topology().backups()) {
            sources(estate, references, backup);
            secrets(references, backup);
        }
        for (Notifier notifier : estate.topology().notifiers()) {
            Subject from = Subject.of(notifier.address(), notifier.places(), "telegramToken");
            secret(references, from, notifier.telegramToken());
        }
        for (RegistryLogin login : estate.topology().registryLogins()) {
            Subject from = Subject.of(login.address(), login.places(), "password");
            secret(references, from, Optional.of(login.password()));
        }
        for (Alert alert : estate.topology().alerts()) {
            for (NotifierName notifier : alert.notifies()) {
                if (references.lacks(notifier)) {
                    references.tell(Subject.of(alert.address(), alert.places(), "notifies"), notifier);
                }
            }
        }
    }

    private static void link(References references, Link link) {
        for (ServerName server : link.servers()) {
            if (references.lacks(server)) {
                references.tell(Subject.of(link.address(), link.places(), "servers"), server);
            }
        }
        for (LinkPermit permit : link.permits()) {
            permit(references, link, permit.from());
            permit(references, link, permit.to());
        }
    }

    private static void permit(References references, Link link, ServiceId service) {
        if (references.lacks(service)) {
            references.tell(Subject.of(link.address(), link.places(), "permits"), service);
        }
    }

    private static void sources(Estate estate, References references, Backup backup) {
        for (BackupSource source : backup.sources()) {
            Subject from = Subject.of(backup.address(), backup.places(), "sources");
            if (source.data().isPresent()) {
                data(estate, references, from, source.data().get());
            }
            Optional<VolumeId> volume = source.volume();
            if (volume.isPresent() && references.lacks(volume.get().server())) {
                references.tell(from, volume.get().server());
            } else if (volume.isPresent() && estate.volume(volume.get()).isEmpty()) {
                references.tell(from, volume.get());
            }
            if (source.server().isPresent() && references.lacks(source.server().get())) {
                references.tell(from, source.server().get());
            }
        }
    }

    private static void data(Estate estate, References references, Subject from, DataId data) {
        Optional<ServiceEntry> service = estate.service(data.service());
        if (service.isEmpty()) {
            references.tell(from, data.service());
            return;
        }
        List<Address> declared = new ArrayList<>();
        for (StoredData stored : service.get().service().stores()) {
            if (stored.name().equals(data.data())) {
                return;
            }
            declared.add(new DataId(data.service(), stored.name()).address());
        }
        references.tell(from, data.address(), declared);
    }

    private static void secrets(References references, Backup backup) {
        Subject from = Subject.of(backup.address(), backup.places(), "targets");
        for (BackupTarget target : backup.targets()) {
            if (target.destination() instanceof Destination.Directory directory) {
                if (references.lacks(directory.server())) {
                    references.tell(from, directory.server());
                }
            } else if (target.destination() instanceof Destination.S3 bucket) {
                secret(references, from, bucket.accessKey());
                secret(references, from, bucket.secretKey());
            } else if (target.destination() instanceof Destination.Sftp sftp) {
                secret(references, from, Optional.of(sftp.key()));
            }
        }
        secret(references, Subject.of(backup.address(), backup.places(), "encryption"), backup.encryption());
    }

    private static void secret(References references, Subject from, Optional<SecretName> secret) {
        if (secret.isPresent() && references.lacks(secret.get())) {
            references.tell(from, secret.get());
        }
    }
}
