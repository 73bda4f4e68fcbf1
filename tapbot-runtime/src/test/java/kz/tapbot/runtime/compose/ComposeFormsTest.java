package kz.tapbot.runtime.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.runtime.compose.result.Imported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form in which Compose takes a value, and what becomes of it. */
class ComposeFormsTest {

    private static final String LOGS = "    logging: {driver: json-file, options: {max-size: 10m, max-file: '3'}}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "80:80"                    | 80/tcp 80
                    "8080:80"                  | 8080/tcp 80
                    "8080:80/udp"              | 8080/udp 80
                    "127.0.0.1:8080:80"        | 8080/tcp 80 on 127.0.0.1
                    "0.0.0.0:80:80"            | 80/tcp 80
                    "[::1]:80:80"              | 80/tcp 80 on ::1
                    "::1:80:80"                | 80/tcp 80 on ::1
                    "[::]:80:80"               | 80/tcp 80
                    "8000-8002:9000-9002"      | 8000/tcp 9000, 8001/tcp 9001, 8002/tcp 9002
                    "127.0.0.1:53-54:53-54/udp"| 53/udp 53 on 127.0.0.1, 54/udp 54 on 127.0.0.1
                    {target: 80, published: 8080} | 8080/tcp 80
                    {target: 80, published: "8080", protocol: udp, host_ip: 10.0.0.1, mode: host} | 8080/udp 80 on 10.0.0.1
                    """)
    void a_port_is_published(String said, String published) {
        Imported imported = ComposeText.imported(service("    ports:\n      - " + said + "\n"));
        String ports = only(imported).publications().stream()
                .map(one -> one.host() + " " + one.container()
                        + one.bind().map(address -> " on " + address).orElse(""))
                .collect(Collectors.joining(", "));

        assertThat(ports).isEqualTo(published);
        assertThat(ComposeText.findings(imported)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    80                         | TB6113 5 A port leaves the server's port to the engine, so that it is another one each time; Tapbot opens only named ones.
                    "127.0.0.1::80"            | TB6113 5 A port leaves the server's port to the engine, so that it is another one each time; Tapbot opens only named ones.
                    "8000-8001:80"             | TB6113 5 A port has ranges of different lengths, or of more than 100 ports.
                    "1-65535:1-65535"          | TB6113 5 A port has ranges of different lengths, or of more than 100 ports.
                    "80:http"                  | TB6113 5 A port is not [ADDRESS:]HOST:CONTAINER with numbers or ranges.
                    "80:80/sctp"               | TB6113 5 A port is of the protocol sctp, which Tapbot does not know.
                    "70000:80"                 | TB6113 5 What "ports" says is not carried over. A port lies between 1 and 65535, not 70000.
                    "999.1.1.1:80:80"          | TB6113 5 What "ports" says is not carried over. Not an IP address: "999.1.1.1". Write it as 198.51.100.7 or 2001:db8::7.
                    {published: 80}            | TB6113 5 A port has no "target" that is a number.
                    22:22                      | TB6132 5 What "ports" says stands without quotes, and docker-compose 1.x reads it as a number to the base of sixty.
                    [80]                       | TB6112 5 "ports" takes a text, and something else stands there.
                    null                       | TB6112 5 "ports" takes a text, and something else stands there.
                    """)
    void a_port_is_told_of(String said, String finding) {
        assertThat(ComposeText.findings(service("    ports:\n      - " + said + "\n")))
                .isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "1m30s, PT1M30S",
        "1h, PT1H",
        "500ms, PT0.5S",
        "1.5s, PT1.5S",
        "90, PT10S",
        "soon, PT10S",
        "'', PT10S",
        "1m30, PT10S"
    })
    void a_time_is_read_or_told_of(String said, String time) {
        Imported imported = ComposeText.imported(service("    stop_grace_period: \"" + said + "\"\n"));

        assertThat(only(imported).stopGrace()).hasToString(time);
        assertThat(ComposeText.findings(imported))
                .isEqualTo(
                        time.equals("PT10S")
                                ? "TB6112 4 \"stop_grace_period\" takes a time such as 30s or 1m30s, and something else stands there."
                                : "");
    }

    @ParameterizedTest
    @CsvSource({
        "512m, 512MiB",
        "512mb, 512MiB",
        "1g, 1GiB",
        "1.5gb, 1536MiB",
        "1073741824, 1GiB",
        "64k, 64KiB",
        "512 m, 512MiB"
    })
    void a_size_is_read(String said, String size) {
        assertThat(only(ComposeText.imported(service("    mem_limit: " + said + "\n")))
                        .limits()
                        .memory()
                        .orElseThrow())
                .hasToString(size);
    }

    @Test
    void values_of_other_kinds_are_told_of_at_their_lines() {
        assertThat(ComposeText.findings("""
                services:
                  web:
                  db: just text
                  api:
                    container_name: api
                    image: [a, b]
                    environment: 5
                    volumes: {a: b}
                    networks: 7
                    depends_on: [web, nobody]
                    healthcheck: yes
                    read_only: maybe
                    deploy: []
                    logging: {driver: json-file, options: {max-size: 10m}}
                networks: []
                volumes: {lost: 3}
                """)).isEqualTo("""
                TB6112 15 "networks" takes a mapping, and something else stands there.
                TB6114 16 The volume is called "shop_lost" on the engine, which is no name that Tapbot gives.
                TB6112 16 "volumes.lost" takes a mapping, and something else stands there.
                TB6112 2 "services.web" takes a mapping with an image, and something else stands there.
                TB6114 2 The container has no name in the file, so that Compose calls it shop-web-1 or shop_web_1.
                TB6112 3 "services.db" takes a mapping with an image, and something else stands there.
                TB6114 3 The container has no name in the file, so that Compose calls it shop-db-1 or shop_db_1.
                TB6114 2 The network is called "shop_default" on the engine, which is no name that Tapbot gives.
                TB6113 2 The service has no image: Compose builds one, and Tapbot builds none.
                TB6130 2 The service says nothing about its log, which then grows until the disk is full.
                TB6113 3 The service has no image: Compose builds one, and Tapbot builds none.
                TB6130 3 The service says nothing about its log, which then grows until the disk is full.
                TB6112 6 "image" takes a text, and something else stands there.
                TB6113 4 The service has no image: Compose builds one, and Tapbot builds none.
                TB6112 13 "deploy" takes a mapping, and something else stands there.
                TB6112 7 "environment" takes a mapping, and something else stands there.
                TB6112 11 "healthcheck" takes a mapping, and something else stands there.
                TB6113 11 A health check without "test" changes that of the image.
                TB6112 9 "networks" takes a mapping, and something else stands there.
                TB6112 12 "read_only" takes true or false, and something else stands there.
                TB6112 8 "volumes" takes a list, and something else stands there.
                TB6112 10 "depends_on" takes other services of the file, and something else stands there.""");
    }

    @Test
    void variables_are_replaced_as_compose_does_and_secrets_among_them_only_named() {
        Imported imported = ComposeImport.of(ComposeText.file(
                service("""
                    environment:
                      A: "${SET} $SET ${UNSET:-x} ${EMPTY:-y} ${EMPTY-z} ${SET:+there} $$set ${UNSET:-${SET}}"
                      B: ${UNSET}
                      DB_URL: "postgres://u:${DB_PASSWORD}@db/x"
                      TOKEN: ${TOKEN:?needed}
                      FROM_SHELL:
                      LEVEL: ${LEVEL}
                """),
                Map.of("SET", "set", "EMPTY", "", "LEVEL", "info", "DB_PASSWORD", "hunter2", "TOKEN", "hunter3")));
        Service service = only(imported);

        assertThat(service.environment().get("A").text()).contains("set set x y  there $set set");
        assertThat(service.environment().toString().replaceAll("EnvironmentValue", ""))
                .isEqualTo("""
                {A=[text=Optional[set set x y  there $set set], secret=Optional.empty], \
                B=[text=Optional.empty, secret=Optional[unset]], \
                DB_URL=[text=Optional.empty, secret=Optional[web-db-url]], \
                FROM_SHELL=[text=Optional.empty, secret=Optional[from-shell]], \
                LEVEL=[text=Optional[info], secret=Optional.empty], \
                TOKEN=[text=Optional.empty, secret=Optional[token]]}""");
        assertThat(imported.source()).doesNotContain("hunter");
        assertThat(ComposeText.findings(imported)).isEqualTo("""
                TB6116 7 The variable DB_URL is put together from others, a secret among them.""");
    }

    @Test
    void a_value_that_tapbot_would_have_to_replace_is_told_of() {
        assertThat(ComposeText.findings(service("    environment: {A: '$${B}'}\n")))
                .isEqualTo("""
                TB6113 4 What "environment.A" says is not carried over. An environment variable's value holds ${...}, \
                which Tapbot never replaces. Compute the value in Java.""");
        assertThat(ComposeText.findings(service("    environment: {A: 'costs 5 $'}\n")))
                .isEqualTo("""
                TB6112 4 A dollar sign begins no variable that Compose could replace.""");
    }

    @Test
    void merged_mappings_give_way_to_what_is_said() {
        Imported imported = ComposeText.imported("""
                x-a: &a
                  restart: always
                  user: "1"
                x-b: &b {user: "2", init: true}
                services:
                  web:
                    <<: [*a, *b]
                    container_name: web
                    image: "shop:1"
                    restart: "no"
                    network_mode: bridge
                """ + LOGS);
        Service service = only(imported);

        assertThat(service.restart()).hasToString("NO");
        assertThat(service.confinement().user()).contains("1");
        assertThat(service.confinement().init()).isTrue();
        assertThat(ComposeText.findings(imported)).isEmpty();
    }

    @Test
    void who_is_called_exactly_so_keeps_the_name() {
        Imported imported = ComposeText.imported("""
                services:
                  Web: {image: "a:1", network_mode: bridge}
                  other: {image: "b:1", container_name: web, network_mode: bridge}
                """);

        assertThat(imported.topology().servers().get(0).services().stream()
                        .map(service -> service.name() + " " + service.image()))
                .containsExactly("web b:1", "web-2 a:1");
    }

    @Test
    void limits_of_the_kernel_are_one_number_or_two() {
        Imported imported = ComposeText.imported(service("""
                    ulimits:
                      nofile: {soft: 1024, hard: "65535"}
                      memlock: -1
                      core: "0"
                """));

        assertThat(only(imported).limits().ulimits())
                .containsExactly(
                        Ulimit.of(UlimitKind.CORE, 0),
                        Ulimit.of(UlimitKind.MEMLOCK, Ulimit.UNLIMITED),
                        new Ulimit(UlimitKind.NOFILE, 1024, 65_535));
        assertThat(ComposeText.findings(imported)).isEmpty();
        assertThat(imported.source())
                .contains(".ulimit(UlimitKind.CORE, 0)\n")
                .contains(".ulimit(UlimitKind.MEMLOCK, Ulimit.UNLIMITED)\n")
                .contains(".ulimit(UlimitKind.NOFILE, 1024, 65535))\n");
    }

    @Test
    void a_limit_that_is_none_is_told_of() {
        assertThat(ComposeText.findings(service("""
                    ulimits:
                      files: 10
                      nofile: many
                      nproc: {soft: 5}
                      core: {soft: 2, hard: 1}
                """))).isEqualTo("""
                TB6112 5 "ulimits.files" takes one of the limits of setrlimit(2), and something else stands there.
                TB6112 6 "ulimits.nofile" takes a number from 0, or -1 for no limit, and something else stands there.
                TB6112 7 "ulimits.nproc" takes soft and hard, and something else stands there.
                TB6113 8 What "ulimits.core" says is not carried over. The soft limit of core is above the hard one: 2 and 1. \
                Raise the hard limit or lower the soft one.""");
    }

    @Test
    void what_is_nothing_is_as_if_it_was_not_said() {
        Imported imported = ComposeText.imported(service(
                "    ports:\n    volumes: ~\n    environment: null\n    command:\n    labels: []\n    networks:\n"));

        assertThat(ComposeText.findings(imported)).isEqualTo("""
                TB6112 4 "ports" takes a list, and something else stands there.
                TB6112 5 "volumes" takes a list, and something else stands there.""");
    }

    private static String service(String more) {
        return "services:\n  web: {}\n".replace("{}\n", "\n")
                + "    <<: {container_name: web, image: 'shop:1', network_mode: bridge,"
                + " logging: {driver: json-file, options: {max-size: 10m, max-file: '3'}}}\n" + more;
    }

    private static Service only(Imported imported) {
        List<Server> servers = imported.topology().servers();
        return servers.get(0).services().get(0);
    }
}
