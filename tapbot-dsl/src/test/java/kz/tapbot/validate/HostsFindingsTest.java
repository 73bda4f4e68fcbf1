package kz.tapbot.validate;

import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.server.SshJump;
import org.junit.jupiter.api.Test;

/** What is told of servers, their firewall and their users. */
class HostsFindingsTest {

    @Test
    void a_server_that_nobody_may_administer_is_told() {
        assertThat(Judged.findings(
                        Change.server("app", s -> s.administeredFrom(List.of()).jails(List.of()))))
                .isEqualTo("""
                error TB2901  Nobody may administer the server
                  at server:app
                  server:app has a firewall, and nobody's address may administer it.
                  The firewall would shut out SSH, and with it you and Tapbot.
                  Say from where it is administered:
                      .administeredFrom(t.addresses("admins", "198.51.100.7/32"))
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void a_server_without_a_firewall_is_told() {
        assertThat(Judged.findings(Change.server("app", s -> s.firewall(false))))
                .isEqualTo("""
                warning TB2902  Server without a firewall
                  at server:app
                  server:app has no firewall.
                  Every program that listens on it, now or after the next package, is open to everybody.
                  Let it keep its firewall by taking its off() away, unless one stands before it.
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void jails_that_can_ban_the_administrator_are_told() {
        assertThat(Judged.findings(Change.server(
                        "data",
                        s -> s.administeredFrom(List.of()).addOpen(new FirewallRule(Port.tcp(22), List.of(), "SSH")))))
                .isEqualTo("""
                error TB2903  Intrusion prevention can ban you
                  at server:data
                  server:data bans addresses by the jails recidive and sshd, and no address is safe from them.
                  A few wrong passwords or keys of your own, and you are shut out of your server.
                  Say from where it is administered; these addresses are never banned:
                      .administeredFrom(t.addresses("admins", "198.51.100.7/32"))
                  declared at (TapbotKz.java:60)""");
    }

    @Test
    void a_missing_host_key_is_told() {
        assertThat(Judged.findings(Change.server("app", s -> s.ssh(SshAccess.standard()))))
                .isEqualTo("""
                warning TB2904  Server without a host key
                  at server:app
                  server:app has no host key.
                  Without it nobody can tell the server from a machine that pretends to be it, so no connection is made.
                  Read it at the provider's console with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub, and paste it:
                      .ssh(ssh -> ssh.hostKey("SHA256:…"))
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void passwords_for_ssh_are_told() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.ssh(SshAccess.builder()
                                .from(Parts.ssh())
                                .keysOnly(false)
                                .build()))))
                .isEqualTo("""
                warning TB2905  SSH passwords allowed
                  at server:app
                  server:app lets people log in by SSH with a password.
                  Passwords are guessed day and night, and one weak one among all users is enough.
                  Give everybody a key, and allow keys only by taking passwordsToo() away.
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void a_jump_host_that_the_firewall_shuts_out_is_told() {
        assertThat(Judged.findings(Change.server("app", s -> s.ssh(through("192.0.2.99")))))
                .isEqualTo("""
                error TB2911  Jump host shut out
                  at server:app
                  server:app is reached through 192.0.2.99, and its firewall does not let that machine in.
                  sshd sees the address of that machine, not yours: you and Tapbot would be shut out.
                  Name it among the addresses that administer the server:
                      t.addresses("admins", "198.51.100.7/32", "192.0.2.99")
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void a_jump_host_that_administers_or_that_a_rule_lets_in_is_fine() {
        assertThat(Judged.findings(Change.server("app", s -> s.ssh(through("198.51.100.7")))))
                .isEmpty();
        assertThat(Judged.findings(Change.server("app", s -> s.ssh(through("jump.example.com")))))
                .isEmpty();
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.ssh(through("192.0.2.99")).addOpen(new FirewallRule(Port.tcp(22), List.of(), "SSH")))))
                .isEmpty();
    }

    private static SshAccess through(String host) {
        return SshAccess.builder()
                .from(Parts.ssh())
                .jump(SshJump.builder()
                        .host(HostAddress.of(host))
                        .hostKeys(Parts.ssh().hostKeys())
                        .build())
                .build();
    }

    @Test
    void a_delegate_without_a_key_is_told() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.delegates(List.of(Delegate.builder()
                                .from(Parts.monitor(25))
                                .keys(List.of())
                                .build())))))
                .isEqualTo("""
                warning TB2906  Delegate without a key
                  at delegate:app/monitor
                  delegate:app/monitor has no key.
                  Passwords never work for a delegate, so nobody can log in by that name.
                  Give it the public key of whoever is to use it:
                      .keys("ssh-ed25519 AAAA… name@laptop")
                  declared at (TapbotKz.java:25)""");
    }

    @Test
    void a_delegate_under_a_systems_name_is_told() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.delegates(List.of(Delegate.builder()
                                .from(Parts.monitor(25))
                                .name(UserName.of("www-data"))
                                .build())))))
                .isEqualTo("""
                error TB2907  Delegate under a system's name
                  at delegate:app/www-data
                  delegate:app/www-data has a name that on server:app belongs to the system itself.
                  Its rights would be taken from, or given to, an account that others stand on.
                  Give the delegate a name of its own:
                      .delegate("www-data-helper", d -> d.mayInspect())
                  declared at (TapbotKz.java:25)""");
    }

    @Test
    void whom_tapbot_logs_in_as_keeps_what_it_needs() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.ssh(SshAccess.builder()
                                .from(s.build().ssh())
                                .user("monitor")
                                .build()))))
                .isEqualTo("""
                error TB2907  Delegate under a system's name
                  at delegate:app/monitor
                  delegate:app/monitor has a name that on server:app belongs to the user by whom Tapbot administers it.
                  Its rights would be taken away, and nobody could log in to change anything any more.
                  Let it do that, or give the delegate a name of its own:
                      .delegate("monitor", d -> d.mayDeploy())
                  declared at (TapbotKz.java:25)""");
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.ssh(SshAccess.builder()
                                        .from(s.build().ssh())
                                        .user("monitor")
                                        .build())
                                .delegates(List.of(Delegate.builder()
                                        .from(Parts.monitor(25))
                                        .mayDeploy(true)
                                        .build())))))
                .isEmpty();
    }

    @Test
    void an_address_set_without_addresses_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.addressSets(List.of(AddressSet.builder()
                        .name(AddressSetName.of("admins"))
                        .places(at(12))
                        .build())))))
                .isEqualTo("""
                error TB2908  Address set without addresses
                  at addresses:admins
                  addresses:admins holds no address.
                  What is open to it would be open to nobody, the administrators included.
                  Name the addresses:
                      t.addresses("admins", "198.51.100.7/32")
                  declared at (TapbotKz.java:12)""");
    }

    @Test
    void a_server_that_everybody_administers_is_told() {
        assertThat(Judged.findings(Change.server(
                        Change.topology(t -> t.addAddressSets(AddressSet.builder()
                                .name(AddressSetName.of("anywhere"))
                                .addBlocks(Cidr.of("0.0.0.0/0"))
                                .places(at(200))
                                .build())),
                        "app",
                        s -> s.addAdministeredFrom(AddressSetName.of("anywhere")))))
                .isEqualTo("""
                warning TB2909  Everybody counts as administrator
                  at server:app
                  server:app is administered from addresses:anywhere, which holds every address there is.
                  So nobody is ever banned, and every admin page is open to everybody.
                  Name the addresses that you really come from; for changing ones use a link or the provider's VPN.
                  declared at (TapbotKz.java:21)""");
    }

    @Test
    void a_delegate_who_may_do_nothing_is_told() {
        assertThat(Judged.findings(Change.server(
                        "app",
                        s -> s.delegates(List.of(Delegate.builder()
                                .from(Parts.monitor(25))
                                .mayInspect(false)
                                .mayRestart(List.of())
                                .build())))))
                .isEqualTo("""
                warning TB2910  Delegate who may do nothing
                  at delegate:app/monitor
                  delegate:app/monitor may do nothing.
                  An account that is good for nothing is still an account that can be broken into.
                  Remove it, or say what it may do:
                      .mayInspect().mayRestart("fail2ban")
                  declared at (TapbotKz.java:25)""");
    }
}
