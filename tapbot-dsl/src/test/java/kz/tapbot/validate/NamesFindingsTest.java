package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.data;
import static kz.tapbot.validate.Parts.on;
import static kz.tapbot.validate.Parts.service;
import static kz.tapbot.validate.Parts.volume;
import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.BackupName;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import org.junit.jupiter.api.Test;

/** What is told of names and references. */
class NamesFindingsTest {

    @Test
    void a_server_declared_twice_is_told_with_both_places() {
        assertThat(Judged.findings(Change.topology(t -> t.addNotifiers(Notifier.builder()
                        .name(NotifierName.of("team"))
                        .mail(EmailAddress.of("ops@example.com"))
                        .places(at(130))
                        .build()))))
                .isEqualTo("""
                error TB2001  Name declared twice
                  at notifier:team
                  notifier:team is declared a second time.
                  A name is what the machines, messages and references call a thing by, so it can mean only one of its kind.
                  Rename one of the two, or remove the one that is left over from copying.
                  declared at (TapbotKz.java:130)
                  first declared at (TapbotKz.java:19)""");
    }

    @Test
    void a_volume_declared_twice_is_told() {
        assertThat(Judged.findings(Change.server("data", s -> s.addVolumes(volume("uploads", 10, 131)))))
                .isEqualTo("""
                error TB2001  Name declared twice
                  at volume:data/uploads
                  volume:data/uploads is declared a second time.
                  A name is what the machines, messages and references call a thing by, so it can mean only one of its kind.
                  Rename one of the two, or remove the one that is left over from copying.
                  declared at (TapbotKz.java:131)
                  first declared at (TapbotKz.java:79)""");
    }

    @Test
    void a_host_service_may_not_share_its_name_with_a_container() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.addServices(service("webmin", "example/webmin:1.0", 64, 20)
                                .addNetworks(on("app/web"))
                                .build()))))
                .isEqualTo("""
                error TB2001  Name declared twice
                  at host-service:app/webmin
                  host-service:app/webmin has the name of service:app/webmin.
                  Services of a server share their names, in containers or not, so that a name always means one of them.
                  Rename one of the two.
                  declared at (TapbotKz.java:26)
                  first declared at (TapbotKz.java:20)""");
    }

    @Test
    void stored_data_declared_twice_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/qdrant", s -> s.addStores(data("conversations", DataKind.CACHE, Optional.empty(), 133)))))
                .isEqualTo("""
                error TB2001  Name declared twice
                  at data:data/qdrant/conversations
                  data:data/qdrant/conversations is declared a second time.
                  A name is what the machines, messages and references call a thing by, so it can mean only one of its kind.
                  Rename one of the two, or remove the one that is left over from copying.
                  declared at (TapbotKz.java:133)
                  first declared at (TapbotKz.java:89)""");
    }

    @Test
    void two_servers_at_one_address_are_told() {
        assertThat(Judged.findings(Change.topology(t -> t.addServers(Server.builder()
                        .name(ServerName.of("spare"))
                        .host(HostAddress.of("203.0.113.20"))
                        .ssh(Parts.ssh())
                        .addAdministeredFrom(AddressSetName.of("admins"))
                        .places(at(134))
                        .build()))))
                .isEqualTo("""
                error TB2002  Server address used twice
                  at server:spare
                  server:spare and server:data are both at 203.0.113.20.
                  One machine with two names would be configured twice, and each half would undo the other.
                  Give each server its own address, or declare what both hold on one server.
                  declared at (TapbotKz.java:134)
                  first declared at (TapbotKz.java:60)""");
    }

    @Test
    void a_file_and_a_mount_on_one_path_are_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addMounts(Mount.memory(DataSize.mib(16), ContainerPath.of("/run/secrets/n8n")))
                                .places(Places.of(
                                        DeclaredAt.at("TapbotKz.java", 48),
                                        Map.of("mounts./run/secrets/n8n", DeclaredAt.at("TapbotKz.java", 135)))))))
                .isEqualTo("""
                error TB2003  Path written twice
                  at service:app/n8n
                  Two files or mounts of service:app/n8n are at /run/secrets/n8n in its container.
                  The engine refuses to start a container with two things on one path.
                  Move one of them, or remove the one that its service brings already.
                  declared at (TapbotKz.java:135)""");
    }

    @Test
    void two_host_services_that_write_one_file_are_told() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.hostServices(List.of(
                                HostService.builder()
                                        .from(Parts.webmin(8441, "webmin1.tapbot.kz", 26))
                                        .addFiles(new HostFile(
                                                HostPath.of("/etc/motd"), Content.text("one"), FileMode.ALL_READ))
                                        .build(),
                                HostService.builder()
                                        .from(Parts.webmin(8443, "webmin3.tapbot.kz", 27))
                                        .name(ServiceName.of("cockpit"))
                                        .addFiles(new HostFile(
                                                HostPath.of("/etc/motd"), Content.text("two"), FileMode.ALL_READ))
                                        .build())))))
                .isEqualTo("""
                error TB2003  Path written twice
                  at host-service:app/webmin
                  host-service:app/webmin writes /etc/motd, which host-service:app/cockpit writes too.
                  Each run would replace the file of the other.
                  Write it by one of them, with the content of both.
                  declared at (TapbotKz.java:26)
                  first declared at (TapbotKz.java:27)""");
    }

    @Test
    void a_reference_that_leads_nowhere_is_told_with_the_nearest_name() {
        assertThat(Judged.findings(Change.service("app/n8n", s -> s.addNetworks(on("app/wep")))))
                .isEqualTo("""
                error TB2004  Reference leads nowhere
                  at service:app/n8n
                  service:app/n8n refers to network:app/wep, which is not declared.
                  Did you mean network:app/web?
                  Nothing can be planned for what is not there.
                  Declare it, or correct the name; in Java, use the handle that its declaration returns.
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void an_unknown_secret_is_told() {
        assertThat(Judged.findings(second(b -> b.encryption(SecretName.of("no-such-key")))))
                .isEqualTo("""
                error TB2004  Reference leads nowhere
                  at backup:second
                  backup:second refers to secret:no-such-key, which is not declared.
                  Nothing can be planned for what is not there.
                  Declare it, or correct the name; in Java, use the handle that its declaration returns.
                  declared at (TapbotKz.java:180)""");
    }

    @Test
    void an_unknown_backup_source_is_told() {
        assertThat(Judged.findings(
                        Change.backup(b -> b.addSources(BackupSource.data(DataId.of("data/qdrant/apartments"))))))
                .isEqualTo("""
                error TB2004  Reference leads nowhere
                  at backup:nightly
                  backup:nightly refers to data:data/qdrant/apartments, which is not declared.
                  Nothing can be planned for what is not there.
                  Declare it, or correct the name; in Java, use the handle that its declaration returns.
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void a_network_of_another_server_is_told() {
        assertThat(Judged.findings(Change.service("app/n8n", s -> s.addNetworks(on("data/database")))))
                .isEqualTo("""
                error TB2005  Reference to another server's part
                  at service:app/n8n
                  service:app/n8n joins network:data/database, which is on another server.
                  A container network is a bridge inside one machine; no cable leads to it from another.
                  Join a network of its own server, and reach the other server's services over a link:
                      t.link("backbone", Cidr.of("10.100.0.0/24"), l -> l.joins(app, data).lets(bot).reach(postgres, 5432));
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_volume_of_another_server_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addMounts(new Mount(
                                ContainerPath.of("/uploads"),
                                Optional.of(VolumeId.of("data/uploads")),
                                Optional.empty(),
                                Optional.empty(),
                                true)))))
                .isEqualTo("""
                error TB2005  Reference to another server's part
                  at service:app/n8n
                  service:app/n8n mounts volume:data/uploads, which is on another server.
                  A volume is a directory on one machine's disk; a container on another cannot see it.
                  Declare the volume on the service's own server, or move the service to where the data is.
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_proxy_of_another_server_is_told() {
        assertThat(Judged.findings(Change.route("app/n8n", r -> r.proxy(ServiceId.of("data/traefik")))))
                .isEqualTo("""
                error TB2005  Reference to another server's part
                  at service:app/n8n
                  service:app/n8n is served by service:data/traefik, which is on another server.
                  A proxy reaches services over networks that it shares with them, and networks end at their server.
                  Serve it by a proxy of its own server.
                  declared at (TapbotKz.java:50)""");
    }

    @Test
    void a_service_that_needs_another_server_without_a_permit_is_told() {
        assertThat(Judged.findings(Change.link(l -> l.permits(
                        List.of(new LinkPermit(ServiceId.of("app/n8n"), ServiceId.of("data/directus"), 8055))))))
                .isEqualTo("""
                error TB2006  Needed service out of reach
                  at service:app/n8n
                  service:app/n8n needs service:data/postgres, which is on another server, and no link lets it through.
                  Networks of containers end at their server, so it would never get an answer.
                  Declare an encrypted link with a permit, or run both on one server:
                      t.link("backbone", Cidr.of("10.100.0.0/24"), l -> l.joins(app, data).lets(n8n).reach(postgres, 5432));
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_need_of_what_is_only_planned_is_told() {
        assertThat(Judged.findings(Change.service("app/redis", s -> s.planned(true))))
                .isEqualTo("""
                error TB2007  Active thing leans on a planned one
                  at service:app/n8n
                  service:app/n8n needs service:app/redis, which is only planned.
                  What is planned is part of the model but of no machine, so it will not be there.
                  Make it active by taking its planned() away, or plan both.
                  declared at (TapbotKz.java:48)

                error TB2007  Active thing leans on a planned one
                  at backup:nightly
                  backup:nightly saves data:app/redis/queue, which is only planned.
                  What is planned is part of the model but of no machine, so it will not be there.
                  Make it active by taking its planned() away, or plan both.
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void retired_data_that_is_still_declared_is_told() {
        assertThat(Judged.findings(Change.server("data", s -> s.addRetired(Address.parse("volume:data/uploads")))))
                .isEqualTo("""
                error TB2008  Retired data still declared
                  at server:data
                  server:data retires volume:data/uploads, which is still declared.
                  Data is removed only when nothing uses it any more, so these two contradict each other.
                  Remove the declaration if the data may go, or the retirement if it is to stay.
                  declared at (TapbotKz.java:60)""");
    }

    @Test
    void retired_data_of_no_server_is_told() {
        assertThat(Judged.findings(Change.server("data", s -> s.addRetired(Address.parse("volume:app/uploads")))))
                .isEqualTo("""
                error TB2009  Retired data cannot be told
                  at server:data
                  server:data retires volume:app/uploads, which cannot be data of this server.
                  Data may be removed only if it is named exactly, so that a slip of the pen removes nothing.
                  Give the address of a volume or of a database, as the plan printed it:
                      .retires(Address.parse("volume:data/uploads"))
                  declared at (TapbotKz.java:60)""");
    }

    @Test
    void what_nothing_refers_to_is_noted() {
        assertThat(Judged.findings(Change.topology(t -> t.addSecrets(TapbotEstate.secret("left-over", 140)))))
                .isEqualTo("""
                note TB2010  Declared but never used
                  at secret:left-over
                  Nothing refers to secret:left-over.
                  It may be left over, or what should use it was forgotten.
                  Use it, or remove the declaration.
                  declared at (TapbotKz.java:140)""");
    }

    @Test
    void a_login_for_a_registry_that_no_image_comes_from_and_one_with_an_unknown_password_are_told() {
        assertThat(Judged.findings(Change.topology(t -> t.addRegistryLogins(login("ghcr.io", "backup-kye")))))
                .isEqualTo("""
                error TB2004  Reference leads nowhere
                  at registry:ghcr.io
                  registry:ghcr.io refers to secret:backup-kye, which is not declared.
                  Did you mean secret:backup-key?
                  Nothing can be planned for what is not there.
                  Declare it, or correct the name; in Java, use the handle that its declaration returns.
                  declared at (TapbotKz.java:190)

                note TB2010  Declared but never used
                  at registry:ghcr.io
                  Nothing refers to registry:ghcr.io.
                  It may be left over, or what should use it was forgotten.
                  Use it, or remove the declaration.
                  declared at (TapbotKz.java:190)""");
    }

    @Test
    void two_logins_for_one_registry_are_told() {
        assertThat(Judged.findings(Change.topology(
                        t -> t.addRegistryLogins(login("docker.io", "backup-key"), login("docker.io", "backup-key")))))
                .startsWith("""
                error TB2001  Name declared twice
                  at registry:docker.io
                  registry:docker.io is declared a second time.
                """);
    }

    private static RegistryLogin login(String registry, String password) {
        return RegistryLogin.builder()
                .registry(RegistryHost.of(registry))
                .user("acme")
                .password(SecretName.of(password))
                .places(at(190))
                .build();
    }

    /** The estate with a second backup, which is like the first but for one thing. */
    private static Topology second(Consumer<Backup.Builder> change) {
        Backup.Builder builder = Backup.builder()
                .from(TapbotEstate.topology().backups().get(0))
                .name(BackupName.of("second"))
                .places(at(180));
        change.accept(builder);
        return Change.topology(t -> t.addBackups(builder.build()));
    }
}
