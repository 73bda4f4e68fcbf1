package kz.tapbot.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.operation.StopContainer;
import kz.tapbot.runtime.resource.Opening;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;
import org.junit.jupiter.api.Test;

/** What is reached on simulated servers, and what is not. */
class MemoryReachTest {

    private static final Address ABOUT = Address.parse("service:app/web");
    private static final Image IMAGE = Image.of("example/web:1.0.0");
    private static final HostName SITE = HostName.of("n8n.example.com");

    private final Box box = new Box().withEngine();

    @Test
    void docker_publishes_around_ufw_and_our_firewall_holds_it() {
        TreeMap<Port, SortedSet<Cidr>> allows = new TreeMap<>();
        allows.put(Port.tcp(22), new TreeSet<>());
        box.machine.host().setUfw(true, allows);
        box.run(box.service("web", IMAGE).addPublications(Box.published(80)).build());
        is(Outcome.OPEN, "container web answers on 80/tcp", outside(80));
        assertThat(box.look().notes())
                .containsExactly(
                        "ufw is on with 1 rules of its own, which stay; it does not hold against ports of containers");
        box.firewall(Box.opening(Port.tcp(22), false), Box.opening(Port.tcp(80), false));
        is(Outcome.CLOSED, "the firewall does not let 192.0.2.77 to 80/tcp", outside(80));
        box.firewall(Box.opening(Port.tcp(22), false), Box.opening(Port.tcp(80), true));
        is(Outcome.OPEN, "container web answers on 80/tcp", outside(80));
    }

    @Test
    void a_program_of_the_host_is_stopped_by_either_firewall() {
        box.machine.faults().portTaken(Port.tcp(9090), "prometheus");
        is(Outcome.OPEN, "process prometheus answers on 9090/tcp", outside(9090));
        box.machine.host().setUfw(true, new TreeMap<>());
        is(Outcome.CLOSED, "ufw does not let 192.0.2.77 to 9090/tcp", outside(9090));
        is(Outcome.CLOSED, "nobody listens on 9091/tcp", outside(9091));
    }

    @Test
    void webmin_listens_where_it_was_told_when_it_was_started() {
        HostPath settings = HostPath.of("/etc/webmin/miniserv.conf");
        box.machine.host().setPackage(PackageName.of("webmin"), true);
        is(Outcome.OPEN, "unit webmin.service answers on 10000/tcp", outside(10_000));
        box.machine.host().write(settings, "port=8441\n", FileMode.of("0600"), 0);
        is(Outcome.OPEN, "unit webmin.service answers on 10000/tcp", outside(10_000));
        box.machine.reboot();
        box.session = box.open();
        is(Outcome.OPEN, "unit webmin.service answers on 8441/tcp", outside(8441));
        is(Outcome.CLOSED, "nobody listens on 10000/tcp", outside(10_000));
    }

    @Test
    void who_fails_too_often_is_shut_out_for_a_while_unless_trusted() {
        box.machine.host().setPackage(PackageName.of("fail2ban"), true);
        box.machine.host().setJail(Jail.of("sshd"), new TreeSet<>(List.of(Cidr.of("198.51.100.7/32"))));
        box.machine.host().failedLogins(IpAddress.of("192.0.2.66"), 9);
        box.machine.host().failedLogins(IpAddress.of("198.51.100.7"), 9);
        Probe banned = new Probe.FromOutside(ABOUT, Port.tcp(22), Optional.of("192.0.2.66"));
        is(Outcome.CLOSED, "fail2ban has shut out 192.0.2.66", banned);
        is(
                Outcome.OPEN,
                "process sshd answers on 22/tcp",
                new Probe.FromOutside(ABOUT, Port.tcp(22), Optional.of("198.51.100.7")));
        box.estate.clock().advance(Duration.ofMinutes(61));
        is(Outcome.OPEN, "process sshd answers on 22/tcp", banned);
    }

    @Test
    void a_visitor_is_asked_to_log_in_by_the_service_or_by_the_proxy() {
        proxy("Host(`n8n.example.com`) basicAuth");
        box.run(routed(Login.own()));
        is(Outcome.LOGIN, "n8n shows its own login", visit("/"));
        box.run(box.service("open", IMAGE)
                .addRoutes(route(Login.nobodyBecause("a public page"), "/public"))
                .build());
        is(Outcome.OPEN, "200 OK: open answers without a login", visit("/public/page"));
        is(Outcome.LOGIN, "n8n shows its own login", visit("/publications"));
    }

    @Test
    void a_proxy_that_was_not_told_to_ask_does_not_ask() {
        proxy("Host(`n8n.example.com`)");
        box.run(routed(Login.byProxy("admin", SecretName.of("pass"))));
        is(Outcome.OPEN, "200 OK: n8n answers without a login", visit("/"));
    }

    @Test
    void a_proxy_that_does_not_know_the_name_answers_that_nothing_is_there() {
        proxy("Host(`other.example.com`)");
        box.run(routed(Login.own()));
        is(Outcome.CLOSED, "404 page not found: the proxy's configuration does not name n8n.example.com", visit("/"));
    }

    @Test
    void a_target_that_is_away_is_a_bad_gateway() {
        proxy("Host(`n8n.example.com`)");
        box.run(routed(Login.own()));
        box.perform(new StopContainer(Address.parse("container:app/n8n"), "n8n"));
        is(Outcome.CLOSED, "502 Bad Gateway: n8n is not healthy", visit("/"));
    }

    @Test
    void a_target_on_no_network_with_the_proxy_is_a_bad_gateway() {
        proxy("Host(`n8n.example.com`)");
        box.run(Service.builder()
                .from(routed(Login.own()))
                .networks(new TreeSet<>())
                .build());
        is(Outcome.CLOSED, "502 Bad Gateway: n8n is on no network with traefik", visit("/"));
    }

    @Test
    void a_firewall_before_the_proxy_shuts_everything_behind_it() {
        proxy("Host(`n8n.example.com`)");
        box.run(routed(Login.own()));
        box.firewall(Box.opening(Port.tcp(22), false));
        is(Outcome.CLOSED, "the firewall does not let 192.0.2.77 to 443/tcp", visit("/"));
    }

    @Test
    void a_container_reaches_another_server_as_its_firewall_allows() {
        Box data = new Box(box.estate, "data", "203.0.113.20").withEngine();
        data.run(data.service("postgres", IMAGE)
                .addPublications(Box.published(5432))
                .build());
        box.run(box.service("n8n", IMAGE).build());
        Probe probe = new Probe.FromContainer(ABOUT, "n8n", "203.0.113.20", Port.tcp(5432));
        is(Outcome.OPEN, "container postgres answers on 5432/tcp", probe);
        data.firewall(Box.opening(Port.tcp(22), false));
        is(Outcome.CLOSED, "the firewall does not let 203.0.113.10 to 5432/tcp", probe);
    }

    @Test
    void a_port_on_an_address_of_one_family_is_not_reached_by_the_other() {
        box.run(box.service("web", IMAGE)
                .addPublications(
                        new Publication(Port.tcp(80), 8080, Optional.of(IpAddress.of("203.0.113.10")), List.of()))
                .build());
        is(Outcome.OPEN, "container web answers on 80/tcp", outside(80));
        is(
                Outcome.CLOSED,
                "80/tcp is not open on an address of the family of 2001:db8:9::1",
                new Probe.FromOutside(ABOUT, Port.tcp(80), Optional.of("2001:db8:9::1")));
    }

    @Test
    void a_container_speaks_with_another_server_by_an_address_of_the_same_family() {
        Server both = Server.builder()
                .from(box.server)
                .ipv6(IpAddress.of("2001:db8::10"))
                .build();
        box.session = box.open(both);
        Box data = new Box(box.estate, "data", "203.0.113.20").withEngine();
        data.run(data.service("postgres", IMAGE)
                .addPublications(Box.published(5432))
                .build());
        data.firewall(new Opening(
                Port.tcp(5432), new TreeSet<>(List.of(Cidr.of("203.0.113.10/32"))), true, "the other server"));
        box.run(box.service("n8n", IMAGE).build());
        is(
                Outcome.OPEN,
                "container postgres answers on 5432/tcp",
                new Probe.FromContainer(ABOUT, "n8n", "203.0.113.20", Port.tcp(5432)));
    }

    private void proxy(String rules) {
        box.run(box.service("traefik", Image.of("traefik:3.6.1"))
                .addPublications(Box.published(443))
                .addFiles(new ContainerFile(
                        ContainerPath.of("/etc/traefik/dynamic/routes.yml"), Content.text(rules), FileMode.ALL_READ, 0))
                .build());
    }

    private Service routed(Login login) {
        return box.service("n8n", IMAGE).addRoutes(route(login, "/")).build();
    }

    private Route route(Login login, String path) {
        return Route.builder()
                .host(SITE)
                .path(path)
                .port(8080)
                .proxy(new ServiceId(box.server.name(), ServiceName.of("traefik")))
                .login(login)
                .build();
    }

    private Probe visit(String path) {
        return new Probe.Visit(ABOUT, SITE, path);
    }

    private static Probe outside(int port) {
        return new Probe.FromOutside(ABOUT, Port.tcp(port), Optional.empty());
    }

    private void is(Outcome outcome, String detail, Probe probe) {
        assertThat(box.session.probe(probe)).isEqualTo(new ProbeResult(outcome, detail));
    }
}
