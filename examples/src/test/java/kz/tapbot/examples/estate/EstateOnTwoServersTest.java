package kz.tapbot.examples.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.Lab;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.lab.LabServer;
import kz.tapbot.lab.Neighbour;
import kz.tapbot.lab.Neighbour.Answers;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.host.HostDriver;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.prove.ProvenClaim;
import kz.tapbot.runtime.prove.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The whole estate on two servers as a provider hands them over, by one apply over SSH. Packages are installed from Debian's mirror, images come from a
 * registry of the network; what these are stands in for what cannot be had, as everywhere in the lab, and so does Webmin.
 */
@OnEngine
class EstateOnTwoServersTest {

    private static final boolean LONG = Boolean.getBoolean("tapbot.lab.long");
    private static final String ALL_PORTS = "1-65535";

    /** What every stage is tried with unless all the time in the world is given: what is known, what is published by hand, and all between. */
    private static final String SOME_PORTS = LONG ? ALL_PORTS : "1-10100";

    /** Of somebody who is let in more is not tried every time. */
    private static final String FEW_PORTS = LONG ? ALL_PORTS : "1-1024,8000-9100";

    /** UDP that is declared, and what is attacked most. */
    private static final String UDP = "53,67,69,111,123,137,161,389,500,514,1194,1900,4500,5353,10000,11211,51820";

    private static final Set<Integer> PUBLIC = Set.of(80, 443);
    private static final Map<String, Set<Integer>> TO_ADMINISTRATORS =
            Map.of("app", Set.of(22, 80, 443, 8441), "data", Set.of(22, 80, 443, 8442));

    private LabNetwork network;
    private Neighbour neighbour;
    private final Map<String, LabServer> servers = new TreeMap<>();
    private Topology estate;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        network = LabNetwork.open(true);
        neighbour = network.neighbour();
        Topology declared = TapbotKzEstate.TOPOLOGY;
        List<String> images = EstateOnEngine.images(declared);
        try (Lab lab = Lab.open()) {
            lab.images(images);
        }
        neighbour.keep(images);
        servers.put("app", network.bare("lab-app", neighbour));
        servers.put("data", network.bare("lab-data", neighbour));
        estate = EstateOnEngine.onServers(declared, servers, neighbour.trusted());
        runtime = TapbotRuntime.builder()
                .driver(new HostDriver(
                        server -> servers.get(server.name().value()).target(22)))
                .environment(Map.of("TELEGRAM_TOKEN", "1:example")::get)
                .who("tester@lab")
                .build();
    }

    @AfterEach
    void end() {
        network.close();
    }

    /** One life and not a test for each part of it: two minutes of it are for what each part would begin with. */
    @Test
    void it_stands_after_one_apply_and_only_what_is_declared_answers_whatever_happens_to_the_servers() {
        assertThat(runtime.prove(estate).holds()).isFalse();
        apply();
        stays();
        proved();
        somebodyPublishes();
        onlyDeclaredPortsAnswer(ALL_PORTS);

        everywhere("systemctl restart docker");
        stands();
        onlyDeclaredPortsAnswer(SOME_PORTS);

        everywhere(
                "for port in 22/tcp 80/tcp 443/tcp 8441/tcp 8442/tcp 51820/udp; do ufw allow $port; done; ufw --force enable && ufw reload");
        onlyDeclaredPortsAnswer(SOME_PORTS);
        everywhere("ufw --force disable");

        everywhere("docker rm -f traefik portainer");
        apply();
        onlyDeclaredPortsAnswer(SOME_PORTS);

        servers.values().parallelStream().forEach(LabServer::restart);
        stands();
        onlyDeclaredPortsAnswer(ALL_PORTS);
        stays();
    }

    /** With a kill while packages are installed, which the server goes on with by itself, and another one while the first containers are made. */
    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void an_apply_whose_process_is_killed_is_finished_by_the_next() throws IOException {
        assertThat(ApplyInAnotherProcess.isKilledAt("operation=install package", estate, servers))
                .isTrue();
        killedAgainOnceTheServersAreIdle();
        apply();
        stays();
        proved();
    }

    private void killedAgainOnceTheServersAreIdle() throws IOException {
        Instant end = Instant.now().plusSeconds(180);
        while (!ApplyInAnotherProcess.isKilledAt("OperationStarted[address=container:data/postgres", estate, servers)) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private void apply() {
        ApplyReport report = runtime.apply(estate, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }

    /** A second apply changes nothing: the same containers run as before, and nothing is left to do. */
    private void stays() {
        String before = containers();
        Plan plan = runtime.plan(estate);
        assertThat(plan.isEmpty()).as("%s", plan).isTrue();
        apply();
        assertThat(containers()).isEqualTo(before);
    }

    private String containers() {
        return String.join(
                "",
                everywhere(
                        "docker ps --no-trunc --format '{{.Names}} {{.ID}}' | sort; cd /etc && find . -type f -printf '%p %T@\n'"
                                + " | grep -v -e resolv -e '/[^/]*~$' | sort | sha256sum"));
    }

    /** From a machine that administers, to which nobody else's view is given. What cannot be told from there is named, and nothing is found broken. */
    private void proved() {
        ProofReport proof = runtime.prove(estate);
        assertThat(proof.holds()).as("%s", proof).isTrue();
        assertThat(proof.claims().stream()
                        .filter(claim -> claim.verdict() == Verdict.UNKNOWN)
                        .map(ProvenClaim::sentence))
                .containsExactlyInAnyOrder(
                        "SSH of server app is reached from admins.",
                        "SSH of server app is not reached from elsewhere than admins.",
                        "webmin on 8441/tcp is reached from admins.",
                        "webmin on 8441/tcp is not reached from elsewhere than admins.",
                        "SSH of server data is reached from admins.",
                        "SSH of server data is not reached from elsewhere than admins.",
                        "webmin on 8442/tcp is reached from admins.",
                        "webmin on 8442/tcp is not reached from elsewhere than admins.",
                        // What stands in for n8n and Directus draws every page by a script.
                        "dir.tapbot.kz asks strangers to log in.",
                        "bot.tapbot.kz/form-waiting/ answers everybody for n8n.",
                        "bot.tapbot.kz/form/ answers everybody for n8n.",
                        "bot.tapbot.kz/webhook-waiting/ answers everybody for n8n.",
                        "bot.tapbot.kz/webhook/ answers everybody for n8n.");
    }

    /** By hand, as people do: Docker opens the port past UFW. */
    private void somebodyPublishes() {
        everywhere(
                "docker run -d --name theirs --restart always -p 8099:8080 --entrypoint python3 traefik:v3.6.1 -m http.server 8080");
    }

    /** By IPv4 and IPv6, of somebody who administers and of a stranger: all other ports say nothing, not even that they are closed. */
    private void onlyDeclaredPortsAnswer(String ports) {
        servers.forEach((name, server) -> assertThat(answers(server, ports))
                .as("server %s", name)
                .isEqualTo(Map.of(
                        "a stranger by IPv4", new Answers(PUBLIC, Set.of()),
                        "a stranger by IPv6", new Answers(PUBLIC, Set.of()),
                        "a stranger by UDP", new Answers(Set.of(), Set.of()),
                        "an administrator by IPv4", new Answers(TO_ADMINISTRATORS.get(name), Set.of()),
                        "an administrator by IPv6", new Answers(TO_ADMINISTRATORS.get(name), Set.of()))));
    }

    private Map<String, Answers> answers(LabServer server, String ports) {
        String four = server.address();
        String six = LabNetwork.ipv6Of(four);
        String stranger = neighbour.address();
        String trusted = neighbour.trusted();
        return Map.of(
                        "a stranger by IPv4", List.of("tcp", stranger, four, ports),
                        "a stranger by IPv6", List.of("tcp", LabNetwork.ipv6Of(stranger), six, ports),
                        "a stranger by UDP", List.of("udp", stranger, four, UDP),
                        "an administrator by IPv4", List.of("tcp", trusted, four, FEW_PORTS),
                        "an administrator by IPv6", List.of("tcp", LabNetwork.ipv6Of(trusted), six, FEW_PORTS))
                .entrySet()
                .parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> {
                    List<String> with = entry.getValue();
                    return neighbour.scan(with.get(0), with.get(1), with.get(2), with.get(3));
                }));
    }

    /** Waits until all that belongs on each server runs, and is healthy where it has a check. */
    private void stands() {
        everywhere(
                "for try in $(seq 600); do [ -z \"$(docker ps -aq --filter status=exited --filter status=created --filter status=restarting;"
                        + " docker ps -q --filter health=starting --filter health=unhealthy)\" ] && exit 0; sleep 0.2; done; docker ps -a; exit 1");
    }

    private List<String> everywhere(String script) {
        return servers.values().parallelStream()
                .map(server -> server.sh(script))
                .toList();
    }
}
