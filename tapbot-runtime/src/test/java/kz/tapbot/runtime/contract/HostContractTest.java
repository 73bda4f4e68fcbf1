package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.operation.InstallPackage;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.PutJail;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.operation.PutSudo;
import kz.tapbot.runtime.operation.PutUnit;
import kz.tapbot.runtime.operation.PutUser;
import kz.tapbot.runtime.operation.RemoveFirewall;
import kz.tapbot.runtime.operation.RemoveJail;
import kz.tapbot.runtime.operation.RemovePackage;
import kz.tapbot.runtime.operation.RemoveSshd;
import kz.tapbot.runtime.operation.RemoveSudo;
import kz.tapbot.runtime.operation.RemoveSwap;
import kz.tapbot.runtime.operation.RemoveUnit;
import kz.tapbot.runtime.operation.RemoveUser;
import kz.tapbot.runtime.operation.RestartUnit;
import kz.tapbot.runtime.operation.SetSwap;
import kz.tapbot.runtime.operation.SetSysctl;
import kz.tapbot.runtime.operation.SetTimeZone;
import kz.tapbot.runtime.operation.UnsetSysctl;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Ipv6Network;
import kz.tapbot.runtime.resource.JailResource;
import kz.tapbot.runtime.resource.Opening;
import kz.tapbot.runtime.resource.PackageResource;
import kz.tapbot.runtime.resource.SshdResource;
import kz.tapbot.runtime.resource.SudoResource;
import kz.tapbot.runtime.resource.SwapResource;
import kz.tapbot.runtime.resource.SysctlResource;
import kz.tapbot.runtime.resource.TimeZoneResource;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.resource.UserResource;
import org.junit.jupiter.api.Test;

/** Packages, users, rights, kernel, units, firewall, sshd and jails. */
public abstract class HostContractTest extends Trial {

    /** A key of nobody. */
    protected static final SshPublicKey KEY = SshPublicKey.of(
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1r0pZ0pW2yq0zrkzV0nP1m5mGq4l3Jf5wqk5m0aBcD monitor@example.com");

    private static final UserName MONITOR = UserName.of("monitor");
    private static final String RESTART = "/usr/bin/systemctl --no-pager --no-ask-password restart ";

    @Test
    void a_package_is_installed_and_removed() {
        PackageName name = PackageName.of("tree");
        PackageResource resource = new PackageResource(server(), name, NOTHING);
        comesAndGoes(
                resource, new InstallPackage(resource.address(), name), new RemovePackage(resource.address(), name));
        assertThat(seen(resource)).isEmpty();
    }

    @Test
    void a_package_that_was_there_before_stays_when_it_is_no_longer_ours() {
        PackageName name = PackageName.of("openssh-server");
        PackageResource resource = new PackageResource(server(), name, NOTHING);
        comesAndGoes(
                resource, new InstallPackage(resource.address(), name), new RemovePackage(resource.address(), name));
        assertThat(seen(resource))
                .get()
                .satisfies(found -> assertThat(found.attributes()).containsEntry("installed", "true"));
    }

    @Test
    void a_user_comes_changes_and_goes() {
        UserResource bare = user(Collections.emptySortedSet(), Optional.empty());
        UserResource full =
                user(new TreeSet<>(List.of("adm", "systemd-journal")), Optional.of(LocalDate.of(2030, 1, 31)));
        comesAndGoes(bare, new PutUser(bare.address(), bare), new RemoveUser(bare.address(), MONITOR));
        perform(new PutUser(bare.address(), bare), new PutUser(full.address(), full));
        isAsDesired(full);
        perform(new PutUser(bare.address(), bare));
        isAsDesired(bare);
    }

    @Test
    void sudo_rules_are_exactly_those_that_are_named() {
        UserResource user = user(Collections.emptySortedSet(), Optional.empty());
        perform(new PutUser(user.address(), user));
        SudoResource one = sudo(RESTART + "cron.service");
        SudoResource two = sudo(RESTART + "cron.service", RESTART + "rsyslog.service");
        comesAndGoes(two, new PutSudo(two.address(), two), new RemoveSudo(two.address(), MONITOR));
        perform(new PutSudo(two.address(), two), new PutSudo(one.address(), one));
        isAsDesired(one);
    }

    @Test
    void a_kernel_setting_holds_now_and_after_a_restart() {
        SysctlKey key = SysctlKey.of("vm.swappiness");
        SysctlResource resource = new SysctlResource(server(), key, "10", NOTHING);
        comesAndGoes(resource, new SetSysctl(resource.address(), resource), new UnsetSysctl(resource.address(), key));
        perform(new SetSysctl(resource.address(), resource));
        restart();
        isAsDesired(resource);
    }

    @Test
    void swap_comes_and_goes() {
        SwapResource resource = new SwapResource(server(), DataSize.mib(64), NOTHING);
        comesAndGoes(resource, new SetSwap(resource.address(), resource), new RemoveSwap(resource.address()));
        assertThat(seen(resource)).isEmpty();
    }

    @Test
    void the_time_zone_is_set() {
        TimeZoneResource resource = new TimeZoneResource(server(), ZoneId.of("Europe/Moscow"), NOTHING);
        perform(new SetTimeZone(resource.address(), resource));
        isAsDesired(resource);
    }

    @Test
    void a_unit_of_ours_comes_changes_and_goes() {
        UnitName name = UnitName.of("tapbot-contract.service");
        UnitResource idle = unit(name, Optional.of(text("true")), false, false);
        UnitResource busy = unit(name, Optional.of(text("infinity")), true, true);
        comesAndGoes(busy, new PutUnit(busy.address(), busy), new RemoveUnit(busy.address(), name));
        assertThat(seen(busy)).isEmpty();
        perform(new PutUnit(idle.address(), idle));
        isAsDesired(idle);
        perform(new PutUnit(busy.address(), busy));
        isAsDesired(busy);
        perform(new RestartUnit(busy.address(), name));
        isAsDesired(busy);
        restart();
        isAsDesired(busy);
    }

    @Test
    void a_unit_of_a_package_stays_when_it_is_no_longer_ours() {
        UnitName name = UnitName.of("cron.service");
        UnitResource resource = unit(name, Optional.empty(), true, true);
        comesAndGoes(resource, new PutUnit(resource.address(), resource), new RemoveUnit(resource.address(), name));
        assertThat(seen(resource))
                .get()
                .satisfies(found -> assertThat(found.attributes()).containsEntry("active", "true"));
    }

    @Test
    void a_unit_that_is_not_there_is_not_started() {
        UnitName name = UnitName.of("tapbot-nowhere.service");
        UnitResource resource = unit(name, Optional.empty(), true, true);
        refused(new PutUnit(resource.address(), resource), "tapbot-nowhere.service");
        refused(new RestartUnit(resource.address(), name), "tapbot-nowhere.service");
    }

    @Test
    void the_firewall_is_replaced_whole() {
        Opening ssh = new Opening(Port.tcp(harness.server().ssh().port()), new TreeSet<>(), false, "SSH");
        Opening web = new Opening(Port.tcp(443), new TreeSet<>(List.of(Cidr.of("198.51.100.0/24"))), true, "web");
        FirewallResource one = firewall(ssh, web);
        FirewallResource two = firewall(ssh);
        comesAndGoes(one, new PutFirewall(one.address(), one), new RemoveFirewall(one.address()));
        perform(new PutFirewall(one.address(), one), new PutFirewall(two.address(), two));
        isAsDesired(two);
        restart();
        isAsDesired(two);
        FirewallResource apart = new FirewallResource(
                server(),
                new TreeSet<>(List.of(ssh)),
                new TreeSet<>(List.of(
                        new Ipv6Network(Cidr.of("fd15:1::/64"), true), new Ipv6Network(Cidr.of("fd15:2::/64"), false))),
                NOTHING);
        perform(new PutFirewall(apart.address(), apart));
        isAsDesired(apart);
    }

    @Test
    void settings_of_sshd_hold_in_effect() {
        SshdResource keys = sshd("passwordauthentication", "no");
        SshdResource other = sshd("permitemptypasswords", "no");
        comesAndGoes(keys, new PutSshd(keys.address(), keys), new RemoveSshd(keys.address()));
        perform(new PutSshd(keys.address(), keys), new PutSshd(other.address(), other));
        isAsDesired(other);
        restart();
        isAsDesired(other);
    }

    @Test
    void settings_that_sshd_does_not_take_change_nothing() {
        SshdResource good = sshd("passwordauthentication", "no");
        SshdResource bad = sshd("passwordauthentication", "perhaps");
        perform(new PutSshd(good.address(), good));
        refused(new PutSshd(bad.address(), bad), "perhaps");
        isAsDesired(good);
        open(OURS, "second@contract").close();
    }

    @Test
    void a_jail_comes_changes_and_goes() {
        PackageName fail2ban = PackageName.of("fail2ban");
        perform(new InstallPackage(address("package", "fail2ban"), fail2ban));
        JailResource one = jail(new Jail("sshd", 3, Duration.ofMinutes(5), Duration.ofHours(2)));
        JailResource two = jail(new Jail("sshd", 4, Duration.ofMinutes(5), Duration.ofHours(2)), "198.51.100.0/24");
        comesAndGoes(one, new PutJail(one.address(), one), new RemoveJail(one.address(), "sshd"));
        perform(new PutJail(one.address(), one), new PutJail(two.address(), two));
        isAsDesired(two);
    }

    private void restart() {
        harness.restart();
        session.close();
        session = open(OURS, "again@contract");
    }

    private UserResource user(SortedSet<String> groups, Optional<LocalDate> expires) {
        return new UserResource(server(), MONITOR, new TreeSet<>(List.of(KEY)), groups, expires, NOTHING);
    }

    private SudoResource sudo(String... commands) {
        return new SudoResource(server(), MONITOR, new TreeSet<>(List.of(commands)), NOTHING);
    }

    private UnitResource unit(UnitName name, Optional<String> text, boolean enabled, boolean active) {
        return new UnitResource(server(), name, text, enabled, active, new TreeMap<>(), NOTHING);
    }

    private static String text(String forHowLong) {
        return "[Service]\nExecStart=/usr/bin/sleep " + forHowLong.replace("true", "1")
                + "\n[Install]\nWantedBy=multi-user.target\n";
    }

    private FirewallResource firewall(Opening... openings) {
        return new FirewallResource(server(), new TreeSet<>(List.of(openings)), NOTHING);
    }

    private SshdResource sshd(String key, String value) {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put(key, value);
        return new SshdResource(server(), settings, NOTHING);
    }

    private JailResource jail(Jail jail, String... ignored) {
        TreeSet<Cidr> blocks = new TreeSet<>();
        for (String block : ignored) {
            blocks.add(Cidr.of(block));
        }
        return new JailResource(server(), jail, blocks, NOTHING);
    }
}
