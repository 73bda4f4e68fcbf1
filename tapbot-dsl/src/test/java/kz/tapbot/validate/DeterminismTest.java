package kz.tapbot.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** The same topology gives the same report, and a value never shows. */
class DeterminismTest {

    private static final Topology BAD = bad();

    private static final String REPORT = Validator.validate(BAD).toString();

    @Property(tries = 1000)
    void the_order_of_declaration_does_not_matter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Server> servers = new ArrayList<>();
        for (Server server : BAD.servers()) {
            servers.add(Server.builder()
                    .from(server)
                    .services(shuffled(server.services(), random))
                    .volumes(shuffled(server.volumes(), random))
                    .networks(shuffled(server.networks(), random))
                    .build());
        }
        Topology shuffled = Topology.builder()
                .from(BAD)
                .servers(shuffled(servers, random))
                .secrets(shuffled(BAD.secrets(), random))
                .build();

        assertThat(Validator.validate(shuffled)).hasToString(REPORT);
    }

    @Property(tries = 1000)
    void no_value_of_a_secret_is_ever_shown(
            @ForAll @StringLength(min = 4, max = 40) @CharRange(from = '!', to = '~') String value) {
        // What a shell would replace is taken for a reference and not for a value.
        String canary = "Canary" + value.replace('$', 'S').replace('`', '_');
        Topology topology = Change.service(
                "data/directus",
                s -> s.putEnvironment("DB_PASSWORD", EnvironmentValue.text(canary))
                        .putLabels("password", canary)
                        .command(Command.of("run", "--password", canary)));

        assertThat(Judged.findings(topology)).contains("TB2701").doesNotContain(canary);
    }

    private static Topology bad() {
        Topology topology = Change.service(
                "data/postgres",
                s -> s.addTraits(Trait.ADMIN_INTERFACE)
                        .putEnvironment("DB_PASSWORD", EnvironmentValue.secret(SecretName.of("missing")))
                        .networks(List.of()));
        topology = Change.server(
                topology,
                "app",
                s -> s.addServices(Service.builder()
                        .from(DataServer.server().services().get(0))
                        .build()));
        return Change.topology(topology, t -> t.zones(List.of()));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
