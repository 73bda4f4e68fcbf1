package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.value.HostPath;
import org.junit.jupiter.api.Test;

class ForeignThingsTest {

    private static final Topology SYSTEM = Declared.server(server -> server.addPackages(PackageName.of("htop"))
            .putSysctl("vm.swappiness", "10")
            .timeZone(ZoneId.of("Asia/Almaty"))
            .addDirectories(HostPath.of("/srv/backup")));

    @Test
    void a_thing_of_somebody_else_is_refused_with_what_would_differ() {
        Scene scene = Scene.asDeclared(Declared.shop())
                .disowned("container:data/postgres", "compose project blog")
                .drifted("container:data/postgres", "image=postgres:15.1", "env A=1");

        assertThat(scene.text()).isEqualTo("""
                        Topology "shop" has 1 error

                        error TB5001  Exists and is not ours
                          at container:data/postgres
                          The container postgres of server data is there already and belongs to compose project blog.
                          Tapbot changes nothing that it did not make.
                          Adopted, it would change:
                              env A: "1" → (none)
                              image: "postgres:15.1" → "postgres:16.9"
                          To take it over and change it so, plan with
                              --adopt container:data/postgres
                          To leave it alone, give ours another name.
                          declared at (Shop.java:12)

                        No plan: the errors above come first.""");
    }

    @Test
    void a_thing_of_another_topology_is_somebody_elses() {
        Scene scene = Scene.asDeclared(Declared.shop()).disowned("network:data/web", "topology blog");

        assertThat(scene.text()).contains("is there already and belongs to topology blog.");
    }

    @Test
    void a_thing_is_adopted_only_when_it_is_named_and_then_changed() {
        Scene scene = Scene.asDeclared(Declared.shop())
                .disowned("volume:data/pgdata", "")
                .disowned("container:data/postgres", "compose project blog")
                .drifted("container:data/postgres", "image=postgres:15.1");
        PlanOptions options = PlanOptions.STANDARD.adopt(
                Address.parse("container:data/postgres"), Address.parse("volume:data/pgdata"));

        assertThat(scene.text(options)).isEqualTo("""
                        Server data
                          >   adopt   volume:data/pgdata: its adoption was asked for
                          >   adopt   container:data/postgres: its adoption was asked for
                                image: "postgres:15.1" → "postgres:16.9"
                                The old one is stopped first, since both would write to volume pgdata: away for up to about 50 s. It comes back if the new one does not get healthy.
                                Meanwhile without it: data/bot.

                        Plan: 0 to add, 0 to change, 0 to destroy, 2 to adopt.""");
        assertThat(scene.steps("volume:data/pgdata", options)).isEqualTo("adopt <- disown\n");
        assertThat(scene.steps("container:data/postgres", options))
                .startsWith("first pull image postgres:16.9\nadopt <- disown\nstop container postgres");
    }

    @Test
    void nothing_to_adopt_is_told() {
        assertThat(Scene.asDeclared(Declared.shop())
                        .text(PlanOptions.STANDARD.adopt(
                                Address.parse("volume:data/pgdata"), Address.parse("volume:data/other"))))
                .isEqualTo("""
                        Topology "shop" has 2 warnings

                        warning TB5201  Nothing to adopt
                          at volume:data/other
                          It is to be adopted, but nothing of that kind and name is there.

                        warning TB5201  Nothing to adopt
                          at volume:data/pgdata
                          It is to be adopted, but is ours already, or not declared.

                        No changes. The servers are as topology "shop" declares them.""");
    }

    @Test
    void what_others_have_set_as_declared_is_shared_and_stays_theirs() {
        Scene scene = Scene.asDeclared(SYSTEM)
                .disowned("package:data/htop", "")
                .disowned("sysctl:data/vm.swappiness", "")
                .disowned("time-zone:data", "")
                .disowned("directory:data/srv/backup", "")
                .disowned("sshd:data", "")
                .drifted("sshd:data", "x11forwarding=yes");

        assertThat(scene.text()).startsWith("No changes.");
    }

    @Test
    void a_setting_that_others_have_made_otherwise_is_set_and_becomes_ours() {
        Scene scene = Scene.asDeclared(SYSTEM)
                .disowned("sysctl:data/vm.swappiness", "/etc/sysctl.d/50-tuning.conf")
                .drifted("sysctl:data/vm.swappiness", "value=60");

        assertThat(scene.text()).isEqualTo("""
                        Server data
                          ~   update  sysctl:data/vm.swappiness: value differs, set by /etc/sysctl.d/50-tuning.conf
                                value: "60" → "10"

                        Plan: 0 to add, 1 to change, 0 to destroy.""");
    }

    @Test
    void a_directory_of_others_with_other_permissions_is_refused() {
        Scene scene = Scene.asDeclared(SYSTEM)
                .disowned("directory:data/srv/backup", "root")
                .drifted("directory:data/srv/backup", "mode=0700");

        assertThat(scene.text())
                .contains("The directory /srv/backup of server data is there already and belongs to root.")
                .contains("mode: \"0700\" → \"0755\"");
    }

    @Test
    void a_file_that_a_package_of_ours_brought_is_written_over_and_one_of_somebody_elses_package_is_not() {
        Topology topology = Declared.server(server -> server.addHostServices(Declared.webmin("port=2")));
        String file = "file:data/etc/webmin/miniserv.conf";
        Scene brought =
                Scene.asDeclared(topology).disowned(file, "package webmin").drifted(file, "content=port=10000");

        assertThat(brought.text()).contains("""
                          ~   update  file:data/etc/webmin/miniserv.conf: a package of ours brought it
                                content: "port=10000" → "port=2"
                        """);
        assertThat(brought.disowned("package:data/webmin", "").text())
                .contains("The file /etc/webmin/miniserv.conf of server data is there already")
                .contains("--adopt file:data/etc/webmin/miniserv.conf");
    }

    @Test
    void what_servers_say_cannot_play_with_the_terminal() {
        Scene scene = Scene.asDeclared(Declared.shop())
                .drifted("container:data/bot", "env A=\u001b[31mred\u202e\n\"x\"" + "y".repeat(1500));

        assertThat(scene.text())
                .contains("env A: \"\\u001b[31mred\\u202e\\n\\\"x\\\"yyy")
                .contains("yyy\"… (1513 characters) → (none)");
    }
}
