package kz.tapbot.runtime.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.volume.Volume;
import org.junit.jupiter.api.Test;

class LoweringTest {

    private static final ServerName APP = ServerName.of("app");
    private static final ServerName DATA = ServerName.of("data");
    private static final AddressSetName ADMINS = AddressSetName.of("admins");
    private static final AddressSetName NOBODY = AddressSetName.of("nobody");

    @Test
    void a_bare_server_gets_a_firewall_and_an_sshd_without_passwords() {
        assertThat(Listing.of(topology(server -> server), "")).isEqualTo("""
                        package:app/ufw
                          installed: true
                        time-zone:app
                          zone: UTC
                        firewall:app
                          incoming: deny
                          open 22/tcp: everybody for SSH
                          after package:app/ufw
                        sshd:app
                          kbdinteractiveauthentication: no
                          passwordauthentication: no
                          permitemptypasswords: no
                          permitrootlogin: prohibit-password
                          port: 22
                          pubkeyauthentication: yes
                          after firewall:app
                        """);
    }

    @Test
    void the_system_is_as_it_is_declared() {
        Topology topology = topology(server -> server.firewall(false)
                .addPackages(PackageName.of("htop"))
                .swap(DataSize.gib(2))
                .timeZone(ZoneId.of("Asia/Almaty"))
                .putSysctl("vm.overcommit_memory", "1")
                .addDirectories(HostPath.of("/srv"), HostPath.of("/srv/backup/daily"))
                .ssh(SshAccess.builder().keysOnly(false).port(2222).build())
                .updates(UpdatePolicy.builder().rebootAt(LocalTime.of(4, 30)).build()));

        assertThat(Listing.of(topology, "")).isEqualTo("""
                        package:app/htop
                          installed: true
                        package:app/unattended-upgrades
                          installed: true
                        time-zone:app
                          zone: Asia/Almaty
                        swap:app
                          size: 2GiB
                        sysctl:app/vm.overcommit_memory
                          value: 1
                        directory:app/srv
                          mode: 0755
                        directory:app/srv/backup/daily
                          mode: 0755
                          after directory:app/srv
                        file:app/etc/apt/apt.conf.d/52tapbot-updates
                          content: // Written by Tapbot from the declaration; changes made here are lost.|APT::Periodic::Update-Package-Lists "1";|APT::Periodic::Unattended-Upgrade "1";|Unattended-Upgrade::Automatic-Reboot "true";|Unattended-Upgrade::Automatic-Reboot-Time "04:30";|
                          mode: 0644
                          owner: 0
                          after package:app/unattended-upgrades
                        sshd:app
                          port: 2222
                        """);
    }

    @Test
    void a_delegate_gets_groups_to_look_and_exact_lines_to_act() {
        Topology topology = topology(server -> server.firewall(false)
                .addServices(
                        service("bot").build(), service("idea").planned(true).build())
                .addDelegates(Delegate.builder()
                        .name(UserName.of("monitor"))
                        .mayInspect(true)
                        .addMayRestart(UnitName.of("fail2ban.service"), UnitName.of("cron.service"))
                        .expires(LocalDate.of(2027, 1, 31))
                        .build()));

        assertThat(Listing.of(topology, "user:") + Listing.of(topology, "sudo:"))
                .isEqualTo("""
                        user:app/monitor
                          expires: 2027-01-31
                          groups: adm, systemd-journal
                        sudo:app/monitor
                          run /usr/bin/systemctl --no-pager --no-ask-password restart cron.service: as root
                          run /usr/bin/systemctl --no-pager --no-ask-password restart fail2ban.service: as root
                          run /usr/local/sbin/tapbot-view logs bot: as root
                          run /usr/local/sbin/tapbot-view ps: as root
                          run /usr/local/sbin/tapbot-view stats: as root
                          after user:app/monitor
                          after package:app/sudo
                          after file:app/usr/local/sbin/tapbot-view
                        """);
        assertThat(Listing.addresses(topology)).contains("package:app/sudo");
    }

    @Test
    void a_delegate_that_may_do_nothing_as_root_gets_no_sudo() {
        Topology topology = topology(server -> server.addDelegates(
                Delegate.builder().name(UserName.of("reader")).mayInspect(true).build()));

        assertThat(Listing.addresses(topology))
                .contains("user:app/reader")
                .noneMatch(address -> address.contains("sudo") || address.contains("tapbot-view"));
    }

    @Test
    void the_firewall_opens_what_is_declared_to_whom_it_is_declared() {
        Topology topology = topology(server -> server.addAdministeredFrom(ADMINS)
                .addOpen(new FirewallRule(Port.tcp(8443), List.of(ADMINS), "status page"))
                .addOpen(new FirewallRule(Port.tcp(8444), List.of(NOBODY), "a set without addresses lets nobody in"))
                .addHostServices(webmin(List.of(ADMINS)))
                .addServices(service("proxy")
                        .addPublications(
                                Publication.open(Port.tcp(443)),
                                new Publication(
                                        Port.tcp(9000), 9000, Optional.of(IpAddress.of("127.0.0.1")), List.of()),
                                new Publication(Port.udp(53), 53, Optional.empty(), List.of(ADMINS)))
                        .build()));

        assertThat(Listing.of(topology, "firewall:")).isEqualTo("""
                        firewall:app
                          incoming: deny
                          open 22/tcp: 198.51.100.7/32 for SSH
                          open 443/tcp (container): everybody for service proxy
                          open 53/udp (container): 198.51.100.7/32 for service proxy
                          open 8442/tcp: 198.51.100.7/32 for host service webmin
                          open 8443/tcp: 198.51.100.7/32 for status page
                          after package:app/ufw
                        """);
    }

    @Test
    void a_host_service_that_is_open_to_nobody_stays_closed_and_ssh_is_never_closed() {
        assertThat(Listing.of(
                        topology(server -> server.addAdministeredFrom(NOBODY).addHostServices(webmin(List.of()))),
                        "firewall:"))
                .contains("open 22/tcp: everybody for SSH")
                .doesNotContain("8442");
    }

    @Test
    void a_link_is_open_to_the_other_servers_on_it() {
        Topology topology = Topology.builder()
                .from(topology(server -> server))
                .addServers(server(DATA, "203.0.113.20")
                        .ipv6(IpAddress.of("2001:db8::20"))
                        .build())
                .addLinks(Link.builder()
                        .name(LinkName.of("backbone"))
                        .addServers(APP, DATA)
                        .subnet(Cidr.of("10.9.0.0/24"))
                        .build())
                .build();

        assertThat(Listing.of(topology, "firewall:app"))
                .contains("open 51820/udp: 2001:db8::20/128, 203.0.113.20/32 for link backbone");
        assertThat(Listing.of(topology, "firewall:data")).contains("open 51820/udp: 203.0.113.10/32 for link backbone");
    }

    @Test
    void administrators_and_servers_are_never_banned() {
        Topology topology = Topology.builder()
                .from(topology(server -> server.addAdministeredFrom(ADMINS)
                        .addJails(new Jail("sshd", 3, Duration.ofMinutes(10), Duration.ofHours(24)))))
                .addServers(server(DATA, "203.0.113.20").build())
                .build();

        assertThat(Listing.of(topology, "jail:")).isEqualTo("""
                        jail:app/sshd
                          bantime: PT24H
                          findtime: PT10M
                          ignored: 127.0.0.0/8, 198.51.100.7/32, 203.0.113.10/32, 203.0.113.20/32, ::1/128
                          maxretry: 3
                          after package:app/fail2ban
                          after package:app/python3-systemd
                        """);
    }

    @Test
    void a_host_service_is_sources_then_package_then_files_then_unit() {
        assertThat(Listing.of(topology(server -> server.firewall(false).addHostServices(webmin(List.of()))), ""))
                .isEqualTo("""
                        time-zone:app
                          zone: UTC
                        sshd:app
                          kbdinteractiveauthentication: no
                          passwordauthentication: no
                          permitemptypasswords: no
                          permitrootlogin: prohibit-password
                          port: 22
                          pubkeyauthentication: yes
                        file:app/etc/apt/sources.list.d/webmin.list
                          content: deb …|
                          mode: 0644
                          owner: 0
                        package:app/webmin
                          installed: true
                          after file:app/etc/apt/sources.list.d/webmin.list
                        file:app/etc/webmin/miniserv.conf
                          content: port=8442|
                          mode: 0644
                          owner: 0
                          after package:app/webmin
                        unit:app/webmin.service
                          active: true
                          enabled: true
                          reads /etc/webmin/miniserv.conf: port=8442|
                          after file:app/etc/webmin/miniserv.conf
                          after package:app/webmin
                        """);
    }

    @Test
    void a_container_comes_after_all_that_it_stands_on() {
        NetworkId web = new NetworkId(APP, NetworkName.of("web"));
        VolumeId files = new VolumeId(APP, VolumeName.of("files"));
        Topology topology = topology(server -> server.addDirectories(HostPath.of("/srv/shared"))
                .addNetworks(
                        Network.builder().name(web.network()).internal(true).build())
                .addVolumes(Volume.builder().name(files.volume()).build())
                .addServices(
                        service("database")
                                .addProvisions(provision("one"), provision("two"))
                                .build(),
                        service("bot")
                                .addNetworks(Attachment.to(web))
                                .addPublications(Publication.open(Port.tcp(8080)))
                                .addMounts(
                                        Mount.volume(files, ContainerPath.of("/files")),
                                        Mount.host(HostPath.of("/srv/shared/bot"), ContainerPath.of("/shared"), true))
                                .addNeeds(need("app/database"), need("app/idea"), need("data/redis"))
                                .build(),
                        service("idea").planned(true).build()));
        Topology both = Topology.builder()
                .from(topology)
                .addServers(server(DATA, "203.0.113.20")
                        .addServices(service("redis").build())
                        .build())
                .build();

        assertThat(Listing.of(both, "container:app/bot")).endsWith("""
                          after engine:app
                          after firewall:app
                          after container:app/database
                          after database:app/database/one
                          after database:app/database/two
                          after volume:app/files
                          after directory:app/srv/shared
                          after network:app/web
                          after container:data/redis
                        """);
        assertThat(Listing.of(both, "database:app/database/one"))
                .isEqualTo("database:app/database/one\n  exists: true\n  after container:app/database\n");
        assertThat(Listing.of(both, "engine:app")).isEqualTo("""
                        engine:app
                          live-restore: true
                          log-driver: json-file
                          log-opts.max-file: 3
                          log-opts.max-size: 10m
                          after firewall:app
                        """);
    }

    @Test
    void what_is_only_planned_is_left_out() {
        Topology topology = topology(
                server -> server.planned(true).addServices(service("bot").build()));

        assertThat(Lowering.lower(topology)).isEmpty();
        assertThat(Listing.addresses(topology(server ->
                        server.addServices(service("bot").planned(true).build()))))
                .noneMatch(address -> address.startsWith("engine") || address.startsWith("container"));
    }

    @Test
    void what_delegates_may_see_of_containers_is_spelt_out() {
        assertThat(ViewScript.text(
                        List.of(service("bot").build(), service("n8n").build())))
                .startsWith("#!/bin/sh\n")
                .contains("""
                        2:logs)
                            case "$2" in
                            bot) show docker logs --tail 500 --since 24h -- bot ;;
                            n8n) show docker logs --tail 500 --since 24h -- n8n ;;
                            *) refuse ;;
                            esac
                            ;;
                        """)
                .doesNotContain("$1 ", "${2", "$@ ");
    }

    @Test
    void the_same_topology_gives_the_same_resources() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(Lowering.lower(Topologies.estate(seed, 4)))
                    .isEqualTo(Lowering.lower(Topologies.estate(seed, 4)));
        }
    }

    private static Topology topology(UnaryOperator<Server.Builder> with) {
        return Topology.builder()
                .name(TopologyName.of("shop"))
                .addAddressSets(
                        AddressSet.builder()
                                .name(ADMINS)
                                .addBlocks(Cidr.of("198.51.100.7"))
                                .build(),
                        AddressSet.builder().name(NOBODY).build())
                .addServers(with.apply(server(APP, "203.0.113.10")).build())
                .build();
    }

    private static Server.Builder server(ServerName name, String address) {
        return Server.builder().name(name).host(HostAddress.of(address));
    }

    private static Service.Builder service(String name) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(Image.of("registry.example/" + name + ":1.0.0"));
    }

    private static Provision provision(String name) {
        return Provision.builder()
                .kind("database")
                .name(name)
                .probe(Command.of("probe"))
                .create(Command.of("create"))
                .build();
    }

    private static Need need(String service) {
        return new Need(ServiceId.of(service), true);
    }

    private static HostService webmin(List<AddressSetName> openTo) {
        return HostService.builder()
                .name(ServiceName.of("webmin"))
                .kind(ServiceKind.of("webmin"))
                .packageName(PackageName.of("webmin"))
                .unit(UnitName.of("webmin.service"))
                .port(Port.tcp(8442))
                .openTo(openTo)
                .addFiles(
                        new HostFile(
                                HostPath.of("/etc/webmin/miniserv.conf"),
                                Content.text("port=8442\n"),
                                FileMode.ALL_READ),
                        new HostFile(
                                HostPath.of("/etc/apt/sources.list.d/webmin.list"),
                                Content.text("deb …\n"),
                                FileMode.ALL_READ))
                .build();
    }
}
