package kz.tapbot.said;

import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kz.tapbot.Draft;
import kz.tapbot.Tapbot;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.InvalidTopologyException;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Drill;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.S3;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.service.Postgres;
import org.junit.jupiter.api.Test;

/** What holds in every scope. */
class ScopeRulesTest {

    private static final HostAddress HOST = HostAddress.of("203.0.113.20");
    private static final Image IMAGE = Image.of("example/bot:1.0");

    @Test
    void what_is_set_twice_names_both_lines() {
        Diagnostic finding = only(t -> t.server("data", HOST)
                .container(
                        "bot",
                        IMAGE,
                        c -> c.limits(l -> {
                            l.memory(mib(1)); // first
                            l.memory(mib(2)); // second
                        })));
        assertThat(finding).hasToString("""
                        error TB1201  Set twice
                          at service:data/bot
                          "limits.memory" has one value and was given twice.
                          Remove one of the two lines; or, if the later one is meant to replace the earlier one, say so before it:
                              .override()
                          declared at %s
                          first declared at %s""".formatted(line("// second"), line("// first")));
    }

    @Test
    void a_description_that_is_no_line_is_a_finding_with_its_line() {
        assertThat(only(t -> t.describedAs("one\ntwo"))).hasToString("""
                        error TB1012  Text not allowed
                          at topology:shop
                          A description is one line of 1 to 1000 characters, without control characters, line breaks and invisible ones.
                          declared at %s""".formatted(line("one\\ntwo")));
    }

    @Test
    void another_thread_cannot_declare_and_so_lose_what_is_declared() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Tapbot.draft("shop", t -> {
            Thread other = new Thread(() -> t.server("data", HOST)); // other thread
            other.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
            other.start();
            join(other);
        });
        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "topology:shop is declared by one thread, the one that runs its lambda; this is another.");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_label_that_is_null_is_no_host_named_null() {
        assertThatThrownBy(() -> Tapbot.draft("shop", t -> t.zone("example.com").host(absent())))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("label");
    }

    /** As a variable of the environment that is not set: the annotations of Tapbot do not reach code without them. */
    @SuppressWarnings("NullAway")
    private static String absent() {
        return null;
    }

    @Test
    void a_variable_is_set_once_and_different_ones_side_by_side() {
        assertThat(codes(t -> bot(t, c -> c.environment("A", "1").environment("B", "1"))))
                .isEmpty();
        assertThat(codes(t -> bot(t, c -> c.environment("A", "1").environment("A", "1"))))
                .containsExactly("TB1201");
    }

    @Test
    void an_override_replaces_the_value_and_its_line() {
        Draft draft = Tapbot.draft(
                "shop",
                t -> bot(
                        t,
                        c -> c.apply(ScopeRulesTest::small)
                                .override()
                                .limits(l -> l.memory(mib(9))) // larger
                                .override()
                                .environment("SIZE", "large")));
        assertThat(ofTheLanguage(draft)).isEmpty();
        Service bot = bot(draft);
        assertThat(bot.limits().memory()).hasValue(mib(9));
        assertThat(bot.environment().get("SIZE").text()).hasValue("large");
        assertThat(bot.places().of("limits.memory").orElseThrow().at()).hasToString(line("// larger"));
    }

    @Test
    void an_override_of_nothing_is_a_warning() {
        assertThat(codes(t -> bot(t, c -> c.override().environment("A", "1")))).containsExactly("TB1205");
    }

    @Test
    void joining_needing_and_listening_twice_is_doing_so_once() {
        assertThat(codes(t -> {
                    ServerRef data = t.server("data", HOST);
                    NetworkRef web = data.network("web");
                    var first = data.container("first", IMAGE, c -> c.joins(web));
                    data.container(
                            "bot",
                            IMAGE,
                            c -> c.joins(web).joins(web, "b").needs(first).needs(first));
                }))
                .isEmpty();
    }

    @Test
    void a_closed_scope_says_where_it_was_open() {
        AtomicReference<ContainerSpec> kept = new AtomicReference<>();
        assertThatThrownBy(() -> Tapbot.draft("shop", t -> {
                    ServerRef data = t.server("data", HOST);
                    data.container("postgres", IMAGE, kept::set); // opened
                    kept.get().environment("A", "1");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the scope of service:data/postgres is closed; declare inside its lambda " + line("// opened"));
    }

    @Test
    void a_handle_declares_nothing_once_the_topology_has_ended() {
        AtomicReference<ServerRef> kept = new AtomicReference<>();
        Tapbot.draft("shop", t -> kept.set(t.server("data", HOST))); // whole
        assertThatThrownBy(() -> kept.get().network("web"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the scope of topology:shop is closed; declare inside its lambda " + line("// whole"));
    }

    @Test
    void a_handle_of_another_topology_names_both_places() {
        AtomicReference<NetworkRef> foreign = new AtomicReference<>();
        Tapbot.draft("other", t -> foreign.set(t.server("data", HOST).network("web"))); // there
        Diagnostic finding = only(t -> bot(t, c -> c.joins(foreign.get()))); // here
        assertThat(finding).hasToString("""
                        error TB1202  Handle of another topology
                          at service:data/bot
                          network:data/web belongs to topology:other and was given to topology:shop.
                          A handle is valid only in the topology that declared it. Declare the network in this topology and give the handle \
                        that this returns.
                          declared at %s
                          first declared at %s""".formatted(line("// here"), line("// there")));
    }

    @Test
    void a_handle_made_by_hand_is_refused() {
        AddressSetRef made = new AddressSetRef() {
            @Override
            public AddressSetName name() {
                return AddressSetName.of("mine");
            }

            @Override
            public Address address() {
                return Address.of("addresses", name());
            }

            @Override
            public DeclaredAt declaredAt() {
                return DeclaredAt.at("Mine.java", 1);
            }
        };
        assertThatThrownBy(() -> Tapbot.draft("shop", t -> t.server("data", HOST, s -> s.administeredFrom(made))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a handle is what a declaration of Tapbot's returned");
    }

    @Test
    void a_secret_has_one_source() {
        Diagnostic finding = only(t -> bot(
                t,
                c -> c.environment("A", Secret.generated("key")) // made
                        .environment("B", Secret.environment("key", "KEY")))); // read
        assertThat(finding.code()).isEqualTo(DslCode.SECRET_CLASH);
        assertThat(finding.places()).extracting(Object::toString).containsExactly(line("// read"), line("// made"));
        assertThat(codes(t -> bot(
                        t, c -> c.environment("A", Secret.generated("key")).environment("B", Secret.generated("key")))))
                .isEmpty();
    }

    @Test
    void a_bad_value_ends_its_own_scope_and_no_other() {
        List<Diagnostic> findings = ofTheLanguage(Tapbot.draft("shop", t -> {
            t.addresses("admins", "198.51.100.7/24", "nonsense"); // blocks
            ServerRef data = t.server("data", HOST, s -> s.ubuntu("12.04")); // system
            data.network("web", n -> n.subnet("10.0.0.1/8")); // subnet
            data.container("bot", IMAGE, c -> c.limits(l -> l.memory(mib(-1))).environment("A", "${B}")); // both
            data.network("Not A Name"); // name
        }));
        assertThat(findings)
                .extracting(finding -> finding.code() + " " + finding.address() + " "
                        + finding.places().get(0))
                .containsExactlyInAnyOrder(
                        ModelCode.BAD_ADDRESS + " addresses:admins " + line("// blocks"),
                        ModelCode.BAD_ADDRESS + " addresses:admins " + line("// blocks"),
                        ModelCode.BAD_SYSTEM_NAME + " server:data " + line("// system"),
                        ModelCode.BAD_ADDRESS + " network:data/web " + line("// subnet"),
                        ModelCode.BAD_QUANTITY + " service:data/bot " + line("// both"),
                        ModelCode.BAD_ENVIRONMENT + " service:data/bot " + line("// both"),
                        ModelCode.BAD_NAME + " server:data " + line("// name"));
    }

    @Test
    void a_badly_named_thing_still_has_a_handle() {
        assertThat(only(t -> {
                    ServerRef data = t.server("DATA", HOST);
                    NetworkRef web = data.network("web");
                    data.container("bot", IMAGE, c -> c.joins(web));
                    t.zone("tapbot.kz").host("bot");
                }))
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(ModelCode.BAD_NAME));
    }

    @Test
    void what_the_users_code_throws_is_not_touched() {
        IllegalStateException thrown = new IllegalStateException("mine");
        assertThatThrownBy(() -> Tapbot.draft(
                        "shop",
                        t -> bot(t, c -> {
                            throw thrown;
                        })))
                .isSameAs(thrown);
    }

    @Test
    void a_health_check_needs_a_command() {
        assertThat(only(t -> bot(t, c -> c.healthCheck(h -> h.retries(3)))).code())
                .isEqualTo(DslCode.INCOMPLETE);
    }

    @Test
    void a_jump_host_needs_a_host_key() {
        assertThat(only(t -> t.server(
                                "data",
                                HOST,
                                s -> s.ssh(
                                        ssh -> ssh.through(HostAddress.of("203.0.113.9"), jump -> jump.user("ops")))))
                        .code())
                .isEqualTo(DslCode.INCOMPLETE);
    }

    @Test
    void what_is_said_and_what_it_comes_to_are_judged_in_one_report() {
        Draft draft = Tapbot.draft("shop", t -> {
            ServerRef data = t.server("data", HOST);
            data.network("web", n -> n.subnet("10.0.0.1/8"));
            data.network("unused");
        });
        assertThat(draft.report().diagnostics())
                .extracting(finding -> finding.code().id() + " " + finding.address())
                .contains("TB1004 network:data/web", "TB2206 network:data/unused", "TB2901 server:data");
    }

    @Test
    void of_a_set_of_what_is_no_address_nothing_is_told_besides() {
        Draft draft = Tapbot.draft("shop", t -> {
            AddressSetRef home = t.addresses("home", "my-laptop");
            t.server("data", HOST, s -> s.administeredFrom(home).ssh(ssh -> ssh.hostKey("SHA256:" + "a".repeat(43))));
        });
        assertThat(draft.report().diagnostics()).singleElement().hasToString("""
                        error TB1004  Address not allowed
                          at addresses:home
                          Not a block of addresses in CIDR notation: "my-laptop". Write a single address as 198.51.100.7 or 2001:db8::7, a block as 198.51.100.0/24 or 2001:db8::/64.
                          declared at %s""".formatted(line("my-laptop")));
    }

    @Test
    void what_cures_data_without_a_backup_needs_no_other_cure() {
        Draft draft = Tapbot.draft("shop", t -> {
            ServerRef data = t.server("data", HOST);
            NetworkRef inner = data.network("inner", n -> n.internal());
            DatabaseRef shop =
                    data.run(Postgres.version("16.9").on(inner)).database("shop", Secret.generated("shop-database"));
            t.backup(
                    "nightly",
                    b -> b.of(shop)
                            .dailyAt("02:00")
                            .restoreDrill(Drill.monthly())
                            .encryptedWith(Secret.file("backup-key", "/home/me/keys/backup"))
                            .to(S3.bucket("backups"), keep -> keep.days(30)));
        });
        assertThat(draft.report().diagnostics())
                .filteredOn(finding -> !finding.address().kind().equals("server"))
                .isEmpty();
    }

    @Test
    void of_what_ended_early_nothing_is_told_but_why() {
        Draft draft = Tapbot.draft("shop", t -> {
            ServerRef data = t.server("data", HOST);
            data.network("web", n -> n.subnet("10.0.0.1/8"));
            data.container("bot", IMAGE, c -> c.environment("A", "${B}").joins(data.network("web")));
        });
        assertThat(draft.report().diagnostics())
                .filteredOn(finding -> !finding.address().kind().equals("server"))
                .extracting(finding -> finding.code().id() + " " + finding.address())
                .containsExactly("TB1009 service:data/bot", "TB1004 network:data/web");
    }

    @Test
    void only_errors_make_a_topology_throw() {
        assertThatThrownBy(() -> Tapbot.topology("shop", t -> t.server("Data", HOST)))
                .isInstanceOfSatisfying(
                        InvalidTopologyException.class,
                        thrown -> assertThat(thrown.report().diagnostics())
                                .anySatisfy(
                                        finding -> assertThat(finding.code()).isEqualTo(ModelCode.BAD_NAME)));
    }

    private static void small(ContainerSpec spec) {
        spec.limits(l -> l.memory(mib(1))).environment("SIZE", "small");
    }

    private static void bot(TopologySpec t, Consumer<ContainerSpec> spec) {
        t.server("data", HOST).container("bot", IMAGE, spec);
    }

    private static Service bot(Draft draft) {
        return draft.topology().service(ServiceId.of("data/bot")).orElseThrow();
    }

    private static String line(String text) {
        return Lines.of(ScopeRulesTest.class, text);
    }

    private static Diagnostic only(Consumer<TopologySpec> body) {
        List<Diagnostic> findings = ofTheLanguage(Tapbot.draft("shop", body));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<String> codes(Consumer<TopologySpec> body) {
        return ofTheLanguage(Tapbot.draft("shop", body)).stream()
                .map(finding -> finding.code().id())
                .toList();
    }

    /** What was found while declaring, without what is judged afterwards. */
    private static List<Diagnostic> ofTheLanguage(Draft draft) {
        return draft.report().diagnostics().stream()
                .filter(finding -> finding.code() instanceof DslCode || finding.code() instanceof ModelCode)
                .toList();
    }
}
