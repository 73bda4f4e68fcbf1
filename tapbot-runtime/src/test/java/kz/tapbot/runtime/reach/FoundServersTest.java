package kz.tapbot.runtime.reach;

import static kz.tapbot.TopologyRules.servers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.runtime.World;
import kz.tapbot.runtime.host.result.Surveyed;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.memory.MemoryServer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Simulated servers are asked, as they stand, what their declaration is asked. */
class FoundServersTest {

    private static final List<Source> VISITORS = List.of(
            Source.INTERNET,
            Source.address(IpAddress.of("198.51.100.1")),
            Source.address(IpAddress.of("198.51.100.5")),
            Source.address(IpAddress.of("203.0.113.1")),
            Source.address(IpAddress.of("2001:db8:7::1")),
            Source.address(IpAddress.of("2001:db8:9::1")));

    @Property(tries = 100)
    void what_is_read_back_of_a_server_is_open_to_whom_it_was_declared(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int size) {
        Topology declared = OpenEstates.of(seed, size);
        World world = new World();
        world.apply(declared);
        Reachability paper = Reachability.of(declared);
        List<String> differences = new ArrayList<>();
        for (Server server : declared.servers()) {
            OpenEstates.HOST_PORTS.forEach(
                    port -> world.estate().server(server.name()).faults().portTaken(port, "test"));
            Reachability found = Reachability.of(
                    world.estate().server(server.name()).survey().topology());
            SortedSet<Port> ports = new TreeSet<>(paper.ports(server.name()));
            ports.add(Port.tcp(12_345));
            for (Port port : ports) {
                for (Source visitor : VISITORS) {
                    Target target = Target.port(server.name(), port);
                    if (paper.ask(visitor, target).isReached()
                            != found.ask(visitor, target).isReached()) {
                        differences.add(paper.ask(visitor, target) + "\n  but read " + found.ask(visitor, target));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void a_database_that_ufw_hides_and_the_engine_opens_is_found() {
        MemoryServer box = MemoryEstate.create().server("box");
        box.engine().start();
        box.engine()
                .run(Service.builder()
                        .name(ServiceName.of("db"))
                        .kind(ServiceKind.of("container"))
                        .image(Image.of("postgres:16.9"))
                        .addPublications(Publication.open(Port.tcp(5432)))
                        .build());
        box.host()
                .setUfw(
                        true,
                        new TreeMap<>(
                                java.util.Map.of(Port.tcp(22), new TreeSet<>(List.of(Cidr.of("198.51.100.7/32"))))));
        box.host().addUser(UserName.of("kim"));
        box.host()
                .allowSudo(
                        UserName.of("kim"),
                        new TreeSet<>(List.of("/usr/bin/systemctl restart cron.service", "/usr/bin/vim /etc/hosts")));
        Surveyed found = box.survey();
        assertThat(found.findings())
                .extracting(each -> each.code().id() + " " + each.address())
                .containsExactly(
                        "TB6211 service:box/db",
                        "TB6224 delegate:box/kim",
                        "TB6231 server:box",
                        "TB6233 server:box",
                        "TB6202 server:box");
        Reachability reach = Reachability.of(found.topology());
        assertThat(reach.ask(Source.INTERNET, Target.port(box.name(), Port.tcp(5432)))
                        .isReached())
                .isTrue();
        assertThat(reach.ask(Source.INTERNET, Target.port(box.name(), Port.tcp(22)))
                        .isReached())
                .isFalse();
        assertThatThrownBy(() -> servers().should().refusePasswords().check(found.topology()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("server:box lets people log in by password");
    }
}
