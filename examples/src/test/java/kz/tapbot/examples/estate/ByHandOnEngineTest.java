package kz.tapbot.examples.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.Lab;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.lab.LabServer;
import kz.tapbot.lab.Neighbour;
import kz.tapbot.lab.Neighbour.Answers;
import org.junit.jupiter.api.Test;

/** The hole that the estate does not have: the same kind of server, brought up by hand as tutorials say, with Compose and UFW. */
@OnEngine
class ByHandOnEngineTest {

    private static final List<String> IMAGES = List.of("postgres:16.9", "redis:7.4.1", "amir20/dozzle:v8.14.6");

    private static final String COMPOSE = """
        version: "3"
        services:
          postgres:
            image: postgres:16.9
            command: postgres -c listen_addresses=*
            environment:
              POSTGRES_PASSWORD: example
              PGDATA: /var/lib/postgresql/data
            ports: ["5432:5432"]
            restart: always
          redis:
            image: redis:7.4.1
            command: redis-server --protected-mode no
            ports: ["6379:6379"]
            restart: always
          dozzle:
            image: amir20/dozzle:v8.14.6
            volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
            ports: ["8080:8080"]
            restart: always
        """;

    @Test
    void what_compose_publishes_answers_everybody_whatever_ufw_says() {
        try (LabNetwork network = LabNetwork.open(true);
                Lab lab = Lab.open()) {
            lab.images(IMAGES);
            Neighbour neighbour = network.neighbour();
            neighbour.keep(IMAGES);
            LabServer server = network.ready("lab-hand", neighbour);
            server.sh(
                    "apt-get -qq update && apt-get -qq install -y --no-install-recommends docker-compose >/dev/null 2>&1");
            server.sh("ufw default deny incoming && ufw allow 22/tcp && ufw --force enable");
            server.sh("mkdir /srv/shop && cat >/srv/shop/compose.yml <<'END'\n" + COMPOSE + "END\n"
                    + "cd /srv/shop && docker-compose -f compose.yml up -d 2>&1");
            Answers holes = new Answers(Set.of(22, 5432, 6379, 8080), Set.of());
            String four = server.address();
            awaitListening(neighbour, four);
            assertThat(neighbour.scan("tcp", neighbour.address(), four, "1-65535"))
                    .isEqualTo(holes);
            assertThat(neighbour.scan(
                            "tcp", LabNetwork.ipv6Of(neighbour.address()), LabNetwork.ipv6Of(four), "1-65535"))
                    .as("by IPv6, which this engine hands on by a program of its own, so that UFW sees it")
                    .isEqualTo(new Answers(Set.of(22), Set.of()));
        }
    }

    /** What is published and does not listen yet is refused, or says nothing. */
    private static void awaitListening(Neighbour neighbour, String server) {
        Instant end = Instant.now().plusSeconds(60);
        int open = 0;
        while (open < 3 && Instant.now().isBefore(end)) {
            open = neighbour
                    .scan("tcp", neighbour.address(), server, "5432,6379,8080")
                    .open()
                    .size();
        }
    }
}
