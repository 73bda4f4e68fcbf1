package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import org.junit.jupiter.api.Test;

class GuardedDataTest {

    private static final Address VOLUME = Address.parse("volume:data/pgdata");
    private static final Address DATABASE = Address.parse("database:data/postgres/shop");
    private static final Topology NOTHING = Declared.server(server -> server);

    @Test
    void a_volume_that_would_have_to_be_replaced_is_left_alone() {
        assertThat(Scene.asDeclared(Declared.shop())
                        .drifted("volume:data/pgdata", "driver=nfs")
                        .text())
                .isEqualTo("""
                        Topology "shop" has 1 error

                        error TB5003  Data would be lost
                          at volume:data/pgdata
                          The volume pgdata of server data holds data, and driver: "nfs" → "local" cannot be changed in place: it would be removed with its data and made anew.
                          Leave it as it is, or give the new one another name and move the data.
                          To lose the data on purpose, retire it on its server:
                              .retires(Address.parse("volume:data/pgdata"))

                        No plan: the errors above come first.""");
    }

    @Test
    void a_volume_that_is_retired_is_replaced_with_all_that_stands_on_it() {
        Scene scene = Scene.asDeclared(Declared.shop()).drifted("volume:data/pgdata", "driver=nfs");
        PlanOptions options = PlanOptions.STANDARD.retired(VOLUME);

        assertThat(scene.text(options)).isEqualTo("""
                        Server data
                          -/+ replace volume:data/pgdata: driver differs, which cannot be changed in place
                                driver: "nfs" → "local"
                                Its data is lost for good.
                                Removes what uses it, which is then made anew: postgres.
                          -/+ replace container:data/postgres: a volume of it is replaced
                          -/+ replace database:data/postgres/shop: the volume it is in is replaced

                        Plan: 3 to add, 0 to change, 3 to destroy.""");
        assertThat(scene.steps("volume:data/pgdata", options)).isEqualTo("""
                        stop container postgres
                        remove container postgres
                        remove volume pgdata
                        create volume pgdata
                        """);
    }

    @Test
    void data_that_is_no_longer_declared_is_kept_and_told() {
        assertThat(Scene.bare(NOTHING).found(Declared.shop()).text()).isEqualTo("""
                        Topology "shop" has 1 note

                        note TB5204  Data is kept
                          at volume:data/pgdata
                          The volume pgdata of server data is no longer declared, and holds data: it is kept.
                          To remove it with its data for good, retire it on its server:
                              .retires(Address.parse("volume:data/pgdata"))

                        Server data
                          -   remove  container:data/bot: no longer declared
                          -   remove  container:data/postgres: no longer declared
                          -   remove  network:data/web: no longer declared
                          -   remove  engine:data: no longer declared
                                Stays on the server as it is, and is no longer ours.

                        Plan: 0 to add, 0 to change, 4 to destroy.""");
    }

    @Test
    void data_that_is_retired_goes_after_what_uses_it() {
        Plan plan = Scene.bare(NOTHING).found(Declared.shop()).plan(PlanOptions.STANDARD.retired(VOLUME, DATABASE));

        assertThat(plan.changes())
                .extracting(change -> change.address().toString())
                .containsSubsequence("database:data/postgres/shop", "container:data/postgres", "volume:data/pgdata");
        assertThat(change(plan, "volume:data/pgdata").after()).contains(Address.parse("container:data/postgres"));
        assertThat(change(plan, "volume:data/pgdata").consequences()).containsExactly("Its data is lost for good.");
        assertThat(change(plan, "container:data/postgres").after()).contains(DATABASE);
    }

    @Test
    void a_database_that_is_no_longer_declared_is_kept_and_told() {
        Topology without = Declared.server(server -> server.addNetworks(Declared.network(false))
                .addVolumes(kz.tapbot.model.volume.Volume.builder()
                        .name(kz.tapbot.model.name.VolumeName.of("pgdata"))
                        .build())
                .addServices(
                        Declared.postgres().provisions(java.util.List.of()).build(),
                        Declared.bot().build()));

        assertThat(Scene.bare(without).found(Declared.shop()).text())
                .contains("note TB5204  Data is kept\n  at database:data/postgres/shop\n")
                .endsWith("No changes. The servers are as topology \"shop\" declares them.");
    }

    @Test
    void destroying_removes_all_that_is_ours_but_data() {
        assertThat(Scene.asDeclared(Declared.shop())
                        .foreign("container:data/blog", "compose project blog", "image=blog:1.0")
                        .text(PlanOptions.STANDARD.destroying()))
                .isEqualTo("""
                        Topology "shop" has 1 note

                        note TB5204  Data is kept
                          at volume:data/pgdata
                          The volume pgdata of server data is kept, since it holds data.
                          To remove it with its data for good too, ask for that by its address.

                        Server data
                          -   remove  container:data/bot: everything is destroyed
                          -   remove  container:data/postgres: everything is destroyed
                          -   remove  network:data/web: everything is destroyed
                          -   remove  engine:data: everything is destroyed
                                Stays on the server as it is, and is no longer ours.
                          -   remove  sshd:data: everything is destroyed
                                Is taken back by itself unless a fresh login confirms it.
                          -   remove  time-zone:data: everything is destroyed
                                Stays on the server as it is, and is no longer ours.

                        Plan: 0 to add, 0 to change, 6 to destroy.""");
    }

    @Test
    void destroying_with_data_removes_the_data_that_is_named() {
        Plan plan = Scene.asDeclared(Declared.shop())
                .plan(PlanOptions.STANDARD.destroying().removeData(VOLUME));

        assertThat(plan.report().diagnostics()).isEmpty();
        assertThat(change(plan, "volume:data/pgdata").after()).contains(Address.parse("container:data/postgres"));
    }

    private static Change change(Plan plan, String address) {
        return plan.changes().stream()
                .filter(change -> change.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
