package kz.tapbot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.place.SourcePlace;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.secret.SourceKind;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.MonthlyCost;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Values of several parts: they copy what they are given, order it, and refuse parts that do not go together. */
class AggregatesTest {

    @Property(tries = 1000)
    void the_order_of_declaration_never_matters(@ForAll("estates") Topology topology, @ForAll long seed) {
        Topology shuffled = shuffled(topology, new Random(seed));
        assertThat(shuffled).isEqualTo(topology).hasSameHashCodeAs(topology);
        assertThat(TopologyJson.write(shuffled)).isEqualTo(TopologyJson.write(topology));
    }

    @Provide
    Arbitrary<Topology> estates() {
        return Topologies.estates();
    }

    @Test
    void places_are_no_part_of_equality_nor_of_text() {
        Service somewhere =
                bot().places(Places.of(DeclaredAt.at("Shop.java", 41))).build();
        assertThat(somewhere)
                .isEqualTo(bot().build())
                .hasSameHashCodeAs(bot().build())
                .hasToString(bot().build().toString());
        assertThat(somewhere.places().declaration()).contains(DeclaredAt.at("Shop.java", 41));
    }

    @Test
    void places_survive_the_sorting_of_what_they_are_of() {
        Places here = Places.of(DeclaredAt.at("Shop.java", 7));
        Server server = Topologies.large(3).servers().get(0);
        List<Service> backwards = new ArrayList<>(server.services());
        Collections.reverse(backwards);
        Server sorted =
                Server.builder().from(server).services(backwards).places(here).build();
        assertThat(sorted).isEqualTo(server);
        assertThat(sorted.places()).isEqualTo(here);
    }

    @Test
    void a_service_is_found_by_its_reference_and_nothing_else_is() {
        Topology topology = Topologies.large(50);
        ServerName app = ServerName.of("app");
        for (int i = 0; i < 50; i++) {
            ServiceName name = ServiceName.of("s-" + i);
            assertThat(topology.service(new ServiceId(app, name)).map(Service::name))
                    .contains(name);
        }
        assertThat(topology.service(ServiceId.of("app/s-50"))).isEmpty();
        assertThat(topology.service(ServiceId.of("data/s-1"))).isEmpty();
    }

    @Test
    void what_is_changed_after_it_was_given_changes_no_value() {
        List<String> words = new ArrayList<>(List.of("a", "b"));
        List<ContentPart> parts = new ArrayList<>(List.of(ContentPart.text("x")));
        List<AddressSetName> from = new ArrayList<>(List.of(AddressSetName.of("admins")));
        List<SourcePlace> via = new ArrayList<>(List.of(new SourcePlace("Shop.java", 1)));
        Map<String, EnvironmentValue> variables = new TreeMap<>(Map.of("A", EnvironmentValue.text("1")));
        Command command = Command.of(words);
        SecretSource source = new SecretSource(SourceKind.COMMAND, words);
        Attachment attachment = new Attachment(NetworkId.of("data/web"), words);
        Content content = Content.of(parts);
        FirewallRule rule = new FirewallRule(Port.tcp(1), from, "reason");
        Publication publication = new Publication(Port.tcp(1), 1, Optional.empty(), from);
        DeclaredAt place = new DeclaredAt(new SourcePlace("Shop.java", 2), via);
        Service service = bot().environment(variables).command(command).build();
        words.clear();
        parts.clear();
        from.clear();
        via.clear();
        variables.clear();
        assertThat(command.arguments()).containsExactly("a", "b");
        assertThat(source.arguments()).containsExactly("a", "b");
        assertThat(attachment.aliases()).containsExactly("a", "b");
        assertThat(content.parts()).hasSize(1);
        assertThat(rule.from()).hasSize(1);
        assertThat(publication.from()).hasSize(1);
        assertThat(place.via()).hasSize(1);
        assertThat(service.environment()).hasSize(1);
        assertThatThrownBy(() -> service.environment().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> command.arguments().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void parts_that_do_not_go_together_are_refused() {
        refused(() -> new EnvironmentValue(Optional.empty(), Optional.empty()));
        refused(() -> new EnvironmentValue(Optional.of("x"), Optional.of(SecretName.of("x"))));
        refused(() -> new ContentPart(Optional.of("x"), Optional.empty(), Optional.of(SecretEncoding.RAW)));
        refused(() -> new ContentPart(Optional.empty(), Optional.of(SecretName.of("x")), Optional.empty()));
        refused(() -> new Login(LoginKind.PROXY, Optional.of("staff"), Optional.empty(), Optional.empty()));
        refused(() -> new Login(LoginKind.OWN, Optional.empty(), Optional.empty(), Optional.of("because")));
        refused(() -> new Login(LoginKind.NOBODY, Optional.empty(), Optional.empty(), Optional.empty()));
        refused(() -> new Mount(ContainerPath.of("/a"), Optional.empty(), Optional.empty(), Optional.empty(), false));
        refused(() -> new SecretSource(SourceKind.GENERATED, List.of("hunter2")));
    }

    @Test
    void times_out_of_range_are_refused() {
        Command command = Command.of("true");
        Duration second = Duration.ofSeconds(1);
        refused(() -> new HealthCheck(command, Duration.ZERO, second, 1, second));
        refused(() -> new HealthCheck(command, second, second, 0, second));
        refused(() -> new HealthCheck(command, second, second, 1, Duration.ofSeconds(-1)));
        refused(() -> new HealthCheck(command, Duration.ofSeconds(Long.MAX_VALUE), second, 1, second));
        refused(() -> new Jail("sshd", 0, Duration.ofMinutes(10), Duration.ofHours(1)));
        refused(() -> new Jail("sshd", 5, Duration.ofMinutes(10), Duration.ofDays(400)));
        refused(() -> bot().stopGrace(Duration.ofSeconds(-1)).build());
    }

    @Test
    void a_cost_that_no_machine_has_is_refused_without_counting_its_zeros() {
        Currency rouble = Currency.getInstance("RUB");
        refused(() -> new MonthlyCost(new BigDecimal("1E+1000000000"), rouble));
        refused(() -> new MonthlyCost(new BigDecimal("1E-1000000000"), rouble));
        refused(() -> new MonthlyCost(new BigDecimal("-1"), rouble));
        refused(() -> MonthlyCost.of(1, "rubles"));
        assertThat(MonthlyCost.of(554, "RUB")).hasToString("554.00 RUB");
    }

    @Test
    void two_jails_that_differ_are_two() {
        Jail once = Jail.of("sshd");
        Jail other = new Jail("sshd", 3, Duration.ofMinutes(10), Duration.ofHours(1));
        assertThat(once).isNotEqualByComparingTo(other).isEqualByComparingTo(Jail.of("sshd"));
    }

    @Test
    void sums_of_sizes_stay_at_the_largest_size() {
        DataSize most = DataSize.bytes(Long.MAX_VALUE);
        assertThat(most.plus(most)).isEqualTo(most);
        assertThat(DataSize.of(most.toString())).isEqualTo(most);
        assertThat(DataSize.mib(512).plus(DataSize.mib(512))).hasToString("1GiB");
    }

    @Test
    void what_is_shown_hides_the_password_of_an_address() {
        assertThat(InvalidValueException.show("https://user:hunter2@registry.example/x"))
                .isEqualTo("\"https://user:***@registry.example/x\"");
        assertThat(InvalidValueException.show("user:hunter2@registry.example/x:1@sha256:ab"))
                .isEqualTo("\"user:***@registry.example/x:1@sha256:ab\"");
        assertThat(InvalidValueException.show("\u0430\n\ud83d\ude80")).isEqualTo("\"\\u0430\\u000a\\ud83d\\ude80\"");
        assertThat(InvalidValueException.show("a".repeat(1000)))
                .isEqualTo("\"" + "a".repeat(80) + "\"... (1000 characters)");
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("hunter2")
                .hasMessageEndingWith(".");
    }

    private static Service.Builder bot() {
        return Service.builder()
                .name(ServiceName.of("bot"))
                .kind(ServiceKind.of("container"))
                .image(Image.of("registry.example/bot:1.4.2"));
    }

    private static Topology shuffled(Topology topology, Random random) {
        return Topology.builder()
                .from(topology)
                .secrets(shuffled(topology.secrets(), random))
                .backups(shuffled(topology.backups(), random))
                .alerts(shuffled(topology.alerts(), random))
                .acknowledgements(shuffled(topology.acknowledgements(), random))
                .servers(shuffled(
                        topology.servers().stream()
                                .map(server -> Server.builder()
                                        .from(server)
                                        .networks(shuffled(server.networks(), random))
                                        .volumes(shuffled(server.volumes(), random))
                                        .services(shuffled(
                                                server.services().stream()
                                                        .map(service -> shuffled(service, random))
                                                        .toList(),
                                                random))
                                        .build())
                                .toList(),
                        random))
                .build();
    }

    private static Service shuffled(Service service, Random random) {
        return Service.builder()
                .from(service)
                .networks(shuffled(List.copyOf(service.networks()), random))
                .publications(shuffled(List.copyOf(service.publications()), random))
                .files(shuffled(service.files(), random))
                .mounts(shuffled(service.mounts(), random))
                .stores(shuffled(service.stores(), random))
                .provisions(shuffled(service.provisions(), random))
                .build();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> all = new ArrayList<>(list);
        Collections.shuffle(all, random);
        return all;
    }
}
