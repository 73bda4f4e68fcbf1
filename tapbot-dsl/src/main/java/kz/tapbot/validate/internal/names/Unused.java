package kz.tapbot.validate.internal.names;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.Topology;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.Name;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.CertificateAuthority;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2010: secrets, address sets, notifiers and outside services that nothing refers to, and logins at registries that no image comes from. */
final class Unused implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Set<Name> used = new HashSet<>();
        for (ServiceEntry entry : estate.services()) {
            service(used, entry);
        }
        for (Server server : estate.servers()) {
            server(used, server);
        }
        Topology topology = estate.topology();
        for (Backup backup : topology.backups()) {
            backup(used, backup);
        }
        for (Notifier notifier : topology.notifiers()) {
            add(used, notifier.telegramToken());
        }
        for (RegistryLogin login : topology.registryLogins()) {
            used.add(login.password());
        }
        for (Alert alert : topology.alerts()) {
            used.addAll(alert.notifies());
        }
        for (SecretDeclaration secret : topology.secrets()) {
            tell(findings, used, secret.name(), secret.address(), secret.places());
        }
        for (AddressSet set : topology.addressSets()) {
            tell(findings, used, set.name(), set.address(), set.places());
        }
        for (Notifier notifier : topology.notifiers()) {
            tell(findings, used, notifier.name(), notifier.address(), notifier.places());
        }
        for (OutsideApi api : topology.outsideApis()) {
            tell(findings, used, api.name(), api.address(), api.places());
        }
        issuers(estate, findings);
        logins(estate, findings);
    }

    private static void service(Set<Name> used, ServiceEntry entry) {
        Service service = entry.service();
        for (EnvironmentValue value : service.environment().values()) {
            add(used, value.secret());
        }
        for (ContainerFile file : service.files()) {
            content(used, file.content());
        }
        for (Provision provision : service.provisions()) {
            if (provision.input().isPresent()) {
                content(used, provision.input().get());
            }
        }
        for (Publication publication : service.publications()) {
            used.addAll(publication.from());
        }
        for (Route route : service.routes()) {
            used.addAll(route.openTo());
            add(used, route.login().password());
        }
        used.addAll(service.calls());
    }

    private static void server(Set<Name> used, Server server) {
        used.addAll(server.administeredFrom());
        for (FirewallRule rule : server.open()) {
            used.addAll(rule.from());
        }
        for (HostService service : server.hostServices()) {
            used.addAll(service.openTo());
            for (HostFile file : service.files()) {
                content(used, file.content());
            }
        }
    }

    private static void backup(Set<Name> used, Backup backup) {
        add(used, backup.encryption());
        for (BackupTarget target : backup.targets()) {
            if (target.destination() instanceof Destination.S3 bucket) {
                add(used, bucket.accessKey());
                add(used, bucket.secretKey());
            } else if (target.destination() instanceof Destination.Sftp sftp) {
                used.add(sftp.key());
            }
        }
    }

    private static void add(Set<Name> used, Optional<SecretName> secret) {
        if (secret.isPresent()) {
            used.add(secret.get());
        }
    }

    private static void content(Set<Name> used, Content content) {
        for (ContentPart part : content.parts()) {
            add(used, part.secret());
        }
    }

    private static void issuers(Estate estate, Findings findings) {
        for (ServiceEntry entry : estate.services()) {
            if (!entry.service().routes().isEmpty()) {
                return;
            }
        }
        for (CertificateAuthority issuer : estate.topology().certificateAuthorities()) {
            tell(findings, Set.of(), issuer.name(), issuer.address(), issuer.places());
        }
    }

    private static void logins(Estate estate, Findings findings) {
        if (estate.topology().registryLogins().isEmpty()) {
            return;
        }
        Set<RegistryHost> used = new HashSet<>();
        for (ServiceEntry entry : estate.services()) {
            used.add(entry.service().image().registry());
        }
        for (RegistryLogin login : estate.topology().registryLogins()) {
            if (!used.contains(login.registry())) {
                unused(findings, login.address(), login.places());
            }
        }
    }

    private static void tell(Findings findings, Set<Name> used, Name name, Address address, Places places) {
        if (!used.contains(name)) {
            unused(findings, address, places);
        }
    }

    private static void unused(Findings findings, Address address, Places places) {
        findings.add(TopologyCode.UNUSED, Subject.of(address, places), """
                    Nothing refers to {}.
                    It may be left over, or what should use it was forgotten.
                    Use it, or remove the declaration.
                    """, address);
    }
}
