package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.daily.IncidentAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What verbs write by which somebody is shut out, and what was ever done. */
class IncidentVerbsTest {

    private final Shell shell = Shell.of(this::topology);
    private Cidr admins = Cidr.of("198.51.100.0/24");

    private Topology topology() {
        Topology shop = Shop.topology();
        AddressSetName set = AddressSetName.of("admins");
        Server box = shop.servers().get(0);
        return Topology.builder()
                .from(shop)
                .addAddressSets(AddressSet.builder().name(set).addBlocks(admins).build())
                .servers(List.of(Server.builder()
                        .from(box)
                        .addAdministeredFrom(set)
                        .ssh(SshAccess.builder().from(box.ssh()).user("deploy").build())
                        .addDelegates(Delegate.builder()
                                .name(UserName.of("monitor"))
                                .addKeys(SshPublicKey.of("ssh-ed25519 " + "A".repeat(68)))
                                .mayInspect(true)
                                .build())
                        .build()))
                .build();
    }

    @BeforeEach
    void the_shop_is_open() {
        assertThat(shell.onServers("apply", "--yes").code()).isZero();
    }

    @Test
    void a_ban_is_shown_done_told_and_ended() {
        Ended ban = shell.onServers("ban", "203.0.113.7", "--yes");
        assertThat(ban.out()).isEqualTo("""
                Server box
                  +   create  ban:box/203.0.113.7: it was ordered
                        Nothing from 203.0.113.7 reaches the server or its containers; what it has open is cut.
                        Is taken back by itself unless a fresh login confirms it.

                Plan: 1 to add, 0 to change, 0 to destroy.
                Done: 1 done, 0 failed, 0 skipped in 0.0 s.
                """);
        assertThat(ban.code()).isZero();
        assertThat(shell.onServers("ban", "203.0.113.7", "--yes").out()).startsWith("No changes.");
        Ended plan = shell.onServers("plan");
        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .contains(
                        "warning TB5207  Somebody is shut out\n  at ban:box/203.0.113.7\n  203.0.113.7 is banned since ")
                .contains("To end it:\n      unban 203.0.113.7\n");
        assertThat(shell.onServers("apply", "--yes").code()).isZero();
        assertThat(shell.onServers("unban", "203.0.113.7", "--yes").code()).isZero();
        assertThat(shell.onServers("plan").out()).doesNotContain("TB5207");
    }

    @Test
    void a_user_is_locked_and_unlocked() {
        assertThat(shell.onServers("lock-user", "monitor", "--yes").code()).isZero();
        assertThat(shell.onServers("plan").out()).contains("User monitor is locked since ");
        assertThat(shell.onServers("unlock-user", "monitor", "--yes").code()).isZero();
        Ended nobody = shell.onServers("lock-user", "nobody-here", "--yes");
        assertThat(nobody.code()).isEqualTo(ExitCode.ROLLED_BACK.number());
        assertThat(nobody.out()).contains("Locking the user nobody-here failed: there is no user nobody-here.");
    }

    @Test
    void an_isolation_stands_until_it_is_lifted() {
        assertThat(shell.onServers("isolate", "box", "--yes").code()).isZero();
        assertThat(shell.onServers("plan").out())
                .contains("Only administrators may reach the server since ")
                .contains("To end it:\n      lift box\n");
        shell.estate().server("box").reboot();
        assertThat(shell.onServers("lift", "box", "--yes").code()).isZero();
        assertThat(shell.onServers("isolate", "bax", "--yes").err())
                .contains("The topology has no server \"bax\".", "Its servers are: [box].");
    }

    @Test
    void an_isolation_is_ordered_anew_when_others_administer_the_server() {
        assertThat(shell.onServers("isolate", "box", "--yes").code()).isZero();
        assertThat(shell.onServers("isolate", "box", "--yes").out()).startsWith("No changes.");
        admins = Cidr.of("192.0.2.0/24");
        assertThat(TapbotRuntime.builder()
                        .driver(shell.estate().driver())
                        .build()
                        .incidents()
                        .plan(topology(), IncidentAction.isolate(), List.of(ServerName.of("box")))
                        .changes()
                        .get(0)
                        .steps())
                .as("what stands is not ended because ordering it anew fails")
                .extracting(step -> step.undo().orElseThrow().toString())
                .containsExactly("let in only 198.51.100.0/24, 198.51.100.7/32");
        assertThat(shell.onServers("isolate", "box", "--yes").out())
                .contains("Only 192.0.2.0/24, 198.51.100.7/32 reach the server and its containers");
        assertThat(shell.onServers("isolate", "box", "--yes").out()).startsWith("No changes.");
    }

    @Test
    void who_must_not_be_shut_out_is_refused() {
        Ended ban = shell.onServers("ban", "198.51.100.9", "--yes");
        assertThat(ban.code()).isEqualTo(ExitCode.RULE_VIOLATED.number());
        assertThat(ban.out()).contains("error TB5009  Would shut out the wrong ones");
        Ended lock = shell.onServers("lock-user", "deploy", "--yes");
        assertThat(lock.code()).isEqualTo(ExitCode.RULE_VIOLATED.number());
        assertThat(lock.out()).contains("User deploy is who Tapbot logs in as.");
        assertThat(shell.onServers("lock-user", "root", "--yes").err()).contains("Not a user's name: \"root\".");
        assertThat(shell.onServers("ban", "everybody", "--yes").err())
                .contains("Not an IP address: \"everybody\".", "For example: ban 203.0.113.7");
        assertThat(shell.onServers("ban", "203.0.113.7").code()).isEqualTo(ExitCode.NOT_CONFIRMED.number());
    }

    @Test
    void history_tells_who_did_what_and_how_it_ended() {
        shell.onServers("ban", "203.0.113.7", "--yes");
        shell.onServers("lock-user", "nobody-here", "--yes");
        String history = shell.onServers("history").out();
        assertThat(history)
                .startsWith("Server box\n")
                .contains("  sudo:box/monitor  set sudo rules of monitor  done\n");
        assertThat(history.substring(history.lastIndexOf("ban 203.0.113.7 by "))
                        .replaceAll(" by \\S+|\\d{4}-\\S+Z", ""))
                .isEqualTo("""
                ban 203.0.113.7  done
                    ban:box/203.0.113.7  ban 203.0.113.7  done
                    lock user nobody-here  failed rolled back
                    user-lock:box/nobody-here  lock user nobody-here  failed
                """);
        assertThat(shell.onServers("history", "--json").out())
                .contains("\"verb\": \"history\"", "\"outcome\": \"done\"");
    }
}
