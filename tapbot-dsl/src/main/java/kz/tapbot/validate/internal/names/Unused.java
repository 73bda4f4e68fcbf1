package kz.tapbot.validate.internal.names;

import java.util.HashSet;
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
import kz.tapbot.model.name.Name;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.OutsideApi;
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

/** TB2010: secrets, address sets, notifiers and outside services that nothing refers to. */
final class Unused implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Set<Name> used = new HashSet<>();
        estate.services().forEach(entry -> service(used, entry));
        estate.servers().forEach(server -> server(used, server));
        estate.topology().backups().forEach(backup -> backup(used, backup));
        Topology topology = estate.topology();
        topology.notifiers().forEach(notifier -> notifier.telegramToken().ifPresent(used::add));
        for (Alert alert : topology.alerts()) {
            used.addAll(alert.notifies());
        }
        for (SecretDeclaration secret : topology.secrets()) {
            tell(findings, used, secret.name(), Subject.of(secret.address(), secret.places()));
        }
        for (AddressSet set : topology.addressSets()) {
            tell(findings, used, set.name(), Subject.of(set.address(), set.places()));
        }
        for (Notifier notifier : topology.notifiers()) {
            tell(findings, used, notifier.name(), Subject.of(notifier.address(), notifier.places()));
        }
        for (OutsideApi api : topology.outsideApis()) {
            tell(findings, used, api.name(), Subject.of(api.address(), api.places()));
        }
        issuers(estate, findings);
    }

    private static void service(Set<Name> used, ServiceEntry entry) {
        Service service = entry.service();
        for (EnvironmentValue value : service.environment().values()) {
            value.secret().ifPresent(used::add);
        }
        for (ContainerFile file : service.files()) {
            used.addAll(file.content().secrets());
        }
        for (Provision provision : service.provisions()) {
            provision.input().ifPresent(input -> used.addAll(input.secrets()));
        }
        for (Publication publication : service.publications()) {
            used.addAll(publication.from());
        }
        for (Route route : service.routes()) {
            used.addAll(route.openTo());
            route.login().password().ifPresent(used::add);
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
                used.addAll(file.content().secrets());
            }
        }
    }

    private static void backup(Set<Name> used, Backup backup) {
        backup.encryption().ifPresent(used::add);
        for (BackupTarget target : backup.targets()) {
            if (target.destination() instanceof Destination.S3 bucket) {
                bucket.accessKey().ifPresent(used::add);
                bucket.secretKey().ifPresent(used::add);
            } else if (target.destination() instanceof Destination.Sftp sftp) {
                used.add(sftp.key());
            }
        }
    }

    private static void issuers(Estate estate, Findings findings) {
        boolean routed = estate.services().stream()
                .anyMatch(entry -> !entry.service().routes().isEmpty());
        if (!routed) {
            estate.topology()
                    .certificateAuthorities()
                    .forEach(issuer ->
                            tell(findings, Set.of(), issuer.name(), Subject.of(issuer.address(), issuer.places())));
        }
    }

    private static void tell(Findings findings, Set<Name> used, Name name, Subject declared) {
        if (!used.contains(name)) {
            findings.add(TopologyCode.UNUSED, declared, """
                    Nothing refers to {}.
                    It may be left over, or what should use it was forgotten.
                    Use it, or remove the declaration.
                    """, declared);
        }
    }
}
