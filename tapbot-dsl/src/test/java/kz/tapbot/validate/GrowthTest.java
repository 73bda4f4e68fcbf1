package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.mount;
import static kz.tapbot.validate.Parts.network;
import static kz.tapbot.validate.Parts.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.growth.ProcessorTime;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import org.junit.jupiter.api.Test;

/** Ten times the services take about ten times the work, and never a hundred times. */
class GrowthTest {

    private static final int GENEROUS = 40;

    @Test
    void work_grows_with_the_estate_and_not_with_its_square() {
        Topology small = TopologyOf.services(1_000, true);
        Topology large = TopologyOf.services(10_000, true);
        for (int warming = 0; warming < 5; warming++) {
            Validator.validate(small);
        }
        long fast = ProcessorTime.least(() -> Validator.validate(small));
        long slow = ProcessorTime.least(() -> Validator.validate(large));

        assertThat(slow).isLessThan(GENEROUS * fast);
    }

    @Test
    void as_many_mistakes_as_services_do_not_change_that() {
        Topology small = TopologyOf.services(1_000, false);
        Topology large = TopologyOf.services(10_000, false);
        for (int warming = 0; warming < 5; warming++) {
            Validator.validate(small);
        }
        long fast = ProcessorTime.least(() -> Validator.validate(small));
        long slow = ProcessorTime.least(() -> Validator.validate(large));

        assertThat(slow).isLessThan(GENEROUS * fast);
    }

    @Test
    void a_large_estate_of_good_services_is_told_nothing() {
        assertThat(Validator.validate(TopologyOf.services(2_000, true)).diagnostics())
                .isEmpty();
    }

    @Test
    void a_large_estate_of_bad_services_is_told_all() {
        Report report = Validator.validate(TopologyOf.services(2_000, false));

        assertThat(report.count(Severity.ERROR)).isGreaterThan(2_000);
    }

    /** A chain of services on one server; each is on two networks and needs the one before it. */
    private static final class TopologyOf {

        private static final ServerName WIDE = ServerName.of("wide");

        static Topology services(int count, boolean good) {
            Server.Builder server = Server.builder()
                    .name(WIDE)
                    .host(HostAddress.of("203.0.113.30"))
                    .ssh(Parts.ssh())
                    .addAdministeredFrom(AddressSetName.of("admins"))
                    .addNetworks(network("web", false, 1), network("database", true, 2));
            for (int i = 0; i < count; i++) {
                server.addServices(service(i, count, good));
                if (!good) {
                    server.addNetworks(Network.builder()
                            .from(network("n" + i, false, i))
                            .subnet(Cidr.of("10." + i % 200 + "." + i / 200 + ".0/24"))
                            .build());
                }
            }
            return Topology.builder()
                    .name(TopologyName.of("wide"))
                    .addressSets(TapbotEstate.topology().addressSets())
                    .addServers(server.build())
                    .build();
        }

        private static Service service(int i, int count, boolean good) {
            Service.Builder service = Parts.service("s" + i, "registry.example/bot:1.4.2", 64, i)
                    .addNetworks(on("wide/web"), on("wide/database"))
                    .addListens(Port.tcp(8080))
                    .putEnvironment("LOG_LEVEL", EnvironmentValue.text("info"))
                    .putEnvironment("API", EnvironmentValue.text("https://api.example.com/v1"));
            if (i > 0) {
                service.addNeeds(new Need(ServiceId.of("wide/s" + (i - 1)), true));
            }
            if (!good) {
                service.addNeeds(new Need(ServiceId.of("wide/s" + (count - 1)), true))
                        .addNetworks(Attachment.to(NetworkId.of("wide/n" + i)))
                        .addPublications(new Publication(Port.tcp(443), 8080, Optional.empty(), List.of()))
                        .addMounts(mount("wide/missing", "/data"))
                        .putEnvironment("DB_PASSWORD", EnvironmentValue.text("hunter2-Canary"));
            }
            return service.build();
        }
    }
}
