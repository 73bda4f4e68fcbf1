package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.model.Topology;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.value.DataSize;
import org.junit.jupiter.api.Test;

class PreconditionsTest {

    @Test
    void a_port_that_somebody_listens_on_is_told_with_who() {
        Topology topology = Declared.server(
                server -> server.addServices(Declared.publishing("proxy", 80).build()));

        assertThat(Scene.bare(topology)
                        .listener("80/tcp", "process nginx (pid 812)")
                        .listener("8080/tcp", "process java (pid 900)")
                        .text())
                .startsWith("""
                        Topology "shop" has 1 error

                        error TB5002  Port is taken
                          at container:data/proxy
                          It publishes 80/tcp, on which process nginx (pid 812) listens already.
                          Tapbot stops nothing that it did not start. Stop that by hand, or publish another port.

                        """)
                .endsWith("Nothing is applied before the errors above are mended.");
    }

    @Test
    void addresses_that_another_network_has_are_told_with_whose_they_are() {
        Topology topology = Declared.server(server -> server.addNetworks(web("10.20.3.0/24")));

        assertThat(Scene.bare(topology)
                        .foreign("network:data/old", "Compose project shop", "subnet=10.20.0.0/16")
                        .foreign("network:data/else", "", "subnet=10.21.0.0/16")
                        .text())
                .startsWith("""
                        Topology "shop" has 1 error

                        error TB5008  Addresses are taken
                          at network:data/web
                          The network old of server data has 10.20.0.0/16, which overlaps with 10.20.3.0/24; it belongs to Compose project shop.
                          The engine gives no address to two networks. Choose another block, or leave it out and the engine chooses.
                        """);
    }

    @Test
    void addresses_of_a_network_of_ours_that_goes_are_free_once_it_is_gone() {
        Topology topology = Declared.server(server -> server.addNetworks(web("10.20.3.0/24")));

        assertThat(Scene.bare(topology)
                        .ours("network:data/old", "subnet=10.20.0.0/16", "internal=false")
                        .text())
                .endsWith("""
                          -   remove  network:data/old: no longer declared
                          +   create  network:data/web
                                subnet: "10.20.3.0/24"

                        Plan: 4 to add, 0 to change, 1 to destroy.""");
    }

    private static Network web(String subnet) {
        return Network.builder()
                .name(NetworkName.of("web"))
                .subnet(Cidr.of(subnet))
                .build();
    }

    @Test
    void a_port_of_our_own_container_is_no_problem() {
        Topology topology = Declared.server(
                server -> server.addServices(Declared.publishing("proxy", 80).build()));

        assertThat(Scene.asDeclared(topology)
                        .drifted("container:data/proxy", "image=registry.example/proxy:0.9.0")
                        .listener("80/tcp", "container proxy")
                        .text())
                .contains("since both would publish 80/tcp")
                .endsWith("Plan: 0 to add, 1 to change, 0 to destroy.");
    }

    @Test
    void a_port_that_passes_from_one_container_to_another_is_given_up_first() {
        Topology before = Declared.server(
                server -> server.addServices(Declared.publishing("old", 80).build()));
        Topology after = Declared.server(
                server -> server.addServices(Declared.publishing("new", 80).build()));

        assertThat(Scene.bare(after)
                        .found(before)
                        .listener("80/tcp", "container old")
                        .text())
                .isEqualTo("""
                        Server data
                          -   remove  container:data/old: no longer declared
                          +   create  container:data/new
                                image:          "registry.example/new:1.0.0"
                                publish 80/tcp: "80"

                        Plan: 1 to add, 0 to change, 1 to destroy.""");
    }

    @Test
    void services_that_need_each_other_are_told() {
        Topology topology = Declared.server(server -> server.addServices(
                Declared.service("one", "registry.example/one:1.0.0")
                        .addNeeds(need("two"))
                        .build(),
                Declared.service("two", "registry.example/two:1.0.0")
                        .addNeeds(need("one"))
                        .build()));

        assertThat(Scene.bare(topology).text()).startsWith("""
                        Topology "shop" has 1 error

                        error TB5005  Changes wait for each other
                          at container:data/one
                          These changes wait for each other, so that none can be the first:
                              container:data/one comes after
                              container:data/two comes after
                              container:data/one
                          Take one of the needs away. Where services exchange ports, do it in two steps.
                        """);
    }

    @Test
    void a_swap_file_that_does_not_fit_is_told() {
        Topology topology = Declared.server(server -> server.swap(DataSize.gib(2)));

        assertThat(Scene.bare(topology).freeDisk(1L << 30).text()).contains("""
                        error TB5004  Not enough disk
                          at server:data
                          The swap file takes 2GiB, and 1024 MiB are free on its fullest file system.
                          Make room, or declare a smaller swap file.
                        """);
    }

    @Test
    void little_disk_for_new_images_is_a_warning() {
        assertThat(Scene.bare(Declared.shop()).freeDisk(300L << 20).text()).contains("""
                        warning TB5202  Little disk left
                          at server:data
                          300 MiB are free on its fullest file system, and images for 2 containers have to fit.
                        """);
    }

    @Test
    void an_interrupted_run_and_what_the_server_says_are_noted() {
        assertThat(Scene.asDeclared(Declared.shop())
                        .interrupted("begun: start container postgres")
                        .note("the firewall was taken back at 02:00")
                        .text())
                .isEqualTo("""
                        Topology "shop" has 2 notes

                        note TB5203  A run was interrupted
                          at server:data
                          The last entry of its journal is: begun: start container postgres
                          This plan begins where that run ended.

                        note TB5205  Note from the server
                          at server:data
                          the firewall was taken back at 02:00

                        No changes. The servers are as topology "shop" declares them.""");
    }

    private static Need need(String service) {
        return new Need(new ServiceId(Declared.DATA, ServiceName.of(service)), true);
    }
}
