package kz.tapbot.model;

import static kz.tapbot.diagnostic.code.ModelCode.BAD_ADDRESS;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_COMMAND;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_ENVIRONMENT;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_HOST_NAME;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_IMAGE;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_NAME;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_PATH;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_PORT;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_QUANTITY;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_SCHEDULE;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_SYSTEM_NAME;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_TEXT;
import static kz.tapbot.diagnostic.code.ModelCode.MISSING_PART;
import static kz.tapbot.diagnostic.code.ModelCode.PLAIN_SECRET;
import static kz.tapbot.diagnostic.code.ModelCode.RESERVED_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ProvisionKind;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.model.value.Bandwidth;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue of bad input, as far as single values go: each is refused before there is a value, with its code, in a bounded message of
 * printable ASCII that shows no password. The catalogue's rows on JSON are in {@code BadJsonTest}; what can be told only of a whole
 * topology is for the validator.
 */
class BadInputTest {

    /** What is made of bad input. */
    record Row(String id, String input, ModelCode code, Callable<?> attempt) {
        @Override
        public String toString() {
            return id + " " + InvalidValueException.show(input);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void badInputIsRefusedWithItsCodeAndAPlainMessage(Row row) {
        InvalidValueException refusal = catchThrowableOfType(
                InvalidValueException.class, () -> row.attempt().call());
        assertThat(refusal).as("refusal of %s", row).isNotNull();
        assertThat(refusal.code()).isEqualTo(row.code());
        assertThat(refusal.getMessage()).matches("[ -~]{20,700}").endsWith(".").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"my_app, my-app", "MyApp, myapp", "data.db, data-db", "app-, app", "_web, web"})
    void a_name_that_is_nearly_one_is_answered_with_one(String given, String instead) {
        assertThatThrownBy(() -> ServiceName.of(given))
                .hasMessageEndingWith("; \"" + given + "\" is not. Take for example \"" + instead + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "__", "2nd app", "root_", "https://me:hunter2@example.com", "a; rm"})
    void what_is_not_nearly_a_name_is_answered_with_none(String given) {
        assertThatThrownBy(() -> ServiceName.of(given)).hasMessageEndingWith(" is not.");
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        names(rows);
        options(rows);
        paths(rows);
        hostNames(rows);
        addresses(rows);
        serverAddresses(rows);
        ports(rows);
        images(rows);
        environment(rows);
        system(rows);
        quantities(rows);
        secrets(rows);
        return rows.stream();
    }

    private static void names(List<Row> rows) {
        List<Function<String, ?>> factories = List.of(
                ServiceName::of,
                ServerName::of,
                NetworkName::of,
                VolumeName::of,
                ServiceKind::of,
                ProvisionKind::of,
                SecretName::of);
        all(rows, "01", BAD_NAME, factories, "a; touch /tmp/PWNED", "$(id)", "`id`", "a&&b", "a|b", "a>b");
        all(rows, "02", BAD_NAME, factories, "a\nb", "a\rb", "a\0b", "a\tb", "a\u007fb", "a\n");
        all(rows, "03", BAD_NAME, factories, "-rf", "--privileged", "-oProxyCommand=x");
        all(
                rows,
                "05",
                BAD_NAME,
                factories,
                "\u0430pp",
                "a\u202eb",
                "a\u200bb",
                "a\ud83d\ude80",
                "e\u0301",
                "\u00e9",
                "\ud800");
        all(
                rows,
                "06",
                BAD_NAME,
                factories,
                "",
                " ",
                " a",
                "a ",
                "a".repeat(41),
                "a".repeat(300),
                "a-",
                "1a",
                "A",
                "a_b");
        all(rows, "08", RESERVED_NAME, factories, "root", "docker", "default", "bridge", "host", "none", "localhost");
        all(rows, "08", RESERVED_NAME, factories, "tapbot-x", "ingress", "all", "any");
        all(rows, "08", RESERVED_NAME, List.of(ProvisionKind::of), "file", "directory", "sysctl", "container", "user");
        all(rows, "01", BAD_NAME, List.of(ServiceId::of), "data", "data/", "/db", "a/b/c", "data/db;x", "a//b", "../b");
    }

    private static void options(List<Row> rows) {
        all(
                rows,
                "03",
                BAD_HOST_NAME,
                List.of(HostAddress::of, HostName::of),
                "-oProxyCommand=x",
                "--privileged",
                "-rf");
        all(rows, "03", BAD_PATH, List.of(HostPath::of, ContainerPath::of), "-rf", "--privileged");
        all(rows, "03", BAD_IMAGE, List.of(Image::of), "-rf:1", "--privileged:1.0", "-oProxyCommand=x");
    }

    private static void paths(List<Row> rows) {
        List<Function<String, ?>> factories = List.of(HostPath::of, ContainerPath::of);
        all(rows, "04", BAD_PATH, factories, "../etc", "/etc/../root", "/a/./b", "/a/..", "/.", "a/b", "");
        all(
                rows,
                "04",
                BAD_PATH,
                factories,
                "/a/",
                "//a",
                "/a//b",
                "~",
                "~/x",
                "/%2e%2e/etc",
                "/a b",
                "/a\nb",
                "/a\0b");
        all(
                rows,
                "04",
                BAD_PATH,
                factories,
                "/$HOME",
                "/a;b",
                "/a'b",
                "/a\"b",
                "/a\\b",
                "/a*",
                "/\u0430",
                "/" + "a".repeat(1024));
        all(
                rows,
                "04",
                BAD_PATH,
                List.of(BadInputTest::route),
                "",
                "a",
                "/a b",
                "/a?b",
                "/`)||PathPrefix(`/",
                "/{x}",
                "/a\n");
    }

    private static void hostNames(List<Row> rows) {
        List<Function<String, ?>> factories = List.of(HostName::of);
        all(
                rows,
                "32",
                BAD_HOST_NAME,
                factories,
                "a..b",
                "-a.kz",
                "a-.kz",
                "*.kz",
                "*",
                "a_b.kz",
                "a.kz.",
                ".a.kz",
                "");
        all(
                rows,
                "32",
                BAD_HOST_NAME,
                factories,
                "203.0.113.1",
                "1.2.3",
                "a.1",
                "localhost",
                "a.b:80",
                "a.b/c",
                "a b.kz");
        all(
                rows,
                "32",
                BAD_HOST_NAME,
                factories,
                "a".repeat(64) + ".kz",
                "a.".repeat(150) + "kz",
                "http://a.kz",
                "u@a.kz");
        all(
                rows,
                "33",
                BAD_HOST_NAME,
                factories,
                "a`) || PathPrefix(`/",
                "a.kz\"",
                "a.kz'",
                "a.kz\n",
                "{{a}}.kz",
                "!!a.kz");
        all(
                rows,
                "05",
                BAD_HOST_NAME,
                factories,
                "a\u202eb.kz",
                "exam\u200bple.kz",
                "exam\u00adple.kz",
                "a\ufe0fb.kz",
                "\ud83d.kz");
        all(
                rows,
                "49",
                BAD_HOST_NAME,
                List.of(HostAddress::of),
                "user@host.kz",
                "host",
                "host name.kz",
                "localhost",
                "",
                "a.kz/");
        all(rows, "49", BAD_HOST_NAME, List.of(HostAddress::of), "-oX", "a\n.kz");
    }

    private static void addresses(List<Row> rows) {
        all(
                rows,
                "05",
                BAD_ADDRESS,
                List.of(Address::parse),
                "service:box/\u202estore",
                "service\u200b:box/store",
                "service:box/store\u2028",
                "service:box/\u001b[31m",
                "service:box/\ud800",
                "service:",
                ":box");
        all(
                rows,
                "49",
                BAD_ADDRESS,
                List.of(HostAddress::of),
                "host:22:33",
                "203.0.113.20:22",
                "[2001:db8::1]",
                "2001:db8::1%eth0");
        all(
                rows,
                "49",
                BAD_ADDRESS,
                List.of(HostAddress::of),
                "127.0.0.1",
                "::1",
                "0.0.0.0",
                "::",
                "169.254.1.1",
                "fe80::1");
        all(rows, "49", BAD_ADDRESS, List.of(HostAddress::of), "224.0.0.1", "ff02::1", "255.255.255.255", "010.0.0.1");
        List<Function<String, ?>> factories = List.of(Cidr::of);
        all(
                rows,
                "15",
                BAD_ADDRESS,
                factories,
                "10.0.0.0/33",
                "10.0.0.5/24",
                "fe80::1%eth0",
                "2001:db8::/129",
                "10.0.0.0/-1");
        all(
                rows,
                "15",
                BAD_ADDRESS,
                factories,
                "10.0.0.0/",
                "10.0.0.0/08",
                "/24",
                "",
                "*",
                "10.0.*.0/24",
                "10.0.0.1-5",
                "10.0.0");
        all(
                rows,
                "15",
                BAD_ADDRESS,
                factories,
                "010.0.0.0/8",
                "0x7f.0.0.1",
                "16909060",
                "10.0.0.0/255.0.0.0",
                " 10.0.0.1");
        all(
                rows,
                "15",
                BAD_ADDRESS,
                factories,
                "10.0.0.1\n",
                "a.example.com",
                "::ffff:010.1.1.1",
                "1::2::3",
                "\u0661.1.1.1");
    }

    private static void serverAddresses(List<Row> rows) {
        all(rows, "49", BAD_ADDRESS, List.of(HostAddress::of), "root:hunter2@data", "999", "1.2.3");
        all(rows, "49", BAD_HOST_NAME, List.of(HostAddress::of), "1.2.3.4/32");
    }

    private static void ports(List<Row> rows) {
        rows.add(new Row("09", "port 0", BAD_PORT, () -> Port.tcp(0)));
        rows.add(new Row("09", "port -1", BAD_PORT, () -> Port.tcp(-1)));
        rows.add(new Row("09", "port 65536", BAD_PORT, () -> Port.udp(65_536)));
        rows.add(new Row("09", "port 2^31 - 1", BAD_PORT, () -> Port.tcp(Integer.MAX_VALUE)));
        all(
                rows,
                "09",
                BAD_PORT,
                List.of(Port::of),
                "80",
                "0/tcp",
                "65536/tcp",
                "2147483648/tcp",
                "-1/tcp",
                "8090-8080/tcp");
        all(
                rows,
                "09",
                BAD_PORT,
                List.of(Port::of),
                "",
                "http",
                "80/TCP",
                "080/tcp",
                "80/sctp",
                " 80/tcp",
                "80/tcp\n",
                "8O/tcp");
    }

    private static void images(List<Row> rows) {
        List<Function<String, ?>> factories = List.of(Image::of);
        all(
                rows,
                "20",
                BAD_IMAGE,
                factories,
                "postgres",
                "postgres:latest",
                "postgres:",
                "postgres:1@sha256:abc",
                "a:1@md5:0");
        all(
                rows,
                "20",
                BAD_IMAGE,
                factories,
                "postgres@sha256:" + "a".repeat(64),
                "postgres:1@sha256:" + "A".repeat(64));
        all(
                rows,
                "21",
                BAD_IMAGE,
                factories,
                "evil/../../x:1",
                "Postgres:1",
                "user:hunter2@registry.example/x:1",
                "http://r/x:1");
        all(
                rows,
                "21",
                BAD_IMAGE,
                factories,
                "https://u:hunter2@r.example/x:1",
                "postgr\u0435s:1",
                "a b:1",
                "a:1;id",
                "a:$(id)",
                "a:1\n");
        all(
                rows,
                "21",
                BAD_IMAGE,
                factories,
                "",
                ":1",
                "a/:1",
                "/a:1",
                "a//b:1",
                "a:-1",
                "a:" + "1".repeat(129),
                "a/".repeat(300) + "b:1");
    }

    private static void environment(List<Row> rows) {
        all(
                rows,
                "23",
                BAD_ENVIRONMENT,
                List.of(BadInputTest::variable),
                "",
                "A B",
                "A=B",
                "A\nB",
                "A\0",
                "\u0410",
                "A".repeat(201));
        all(rows, "23", BAD_ENVIRONMENT, List.of(EnvironmentValue::text), "a\0b");
        all(rows, "25", BAD_ENVIRONMENT, List.of(EnvironmentValue::text), "${VAR}", "a ${B:-c} d");
        rows.add(new Row("46", "10 MB variable", BAD_ENVIRONMENT, () -> EnvironmentValue.text("a".repeat(10_000_000))));
        rows.add(new Row("46", "1 MB label", BAD_TEXT, () -> label("com.example", "a".repeat(1_000_000))));
        rows.add(new Row("46", "label with NUL", BAD_TEXT, () -> label("com.example", "a\0")));
        rows.add(new Row("08", "label tapbot.address", RESERVED_NAME, () -> label("tapbot.address", "x")));
        all(rows, "03", BAD_COMMAND, List.of(Command::of), "", " ", "a\0b", "\ud800", "a".repeat(131_073));
    }

    private static void system(List<Row> rows) {
        List<Function<String, ?>> users = List.of(UserName::of);
        all(
                rows,
                "37",
                BAD_SYSTEM_NAME,
                users,
                "Root",
                "root",
                "0day",
                "a".repeat(33),
                "a:b",
                "a,b",
                "a\nb",
                "",
                "-a",
                "a b",
                "\u0430");
        all(
                rows,
                "39",
                BAD_SYSTEM_NAME,
                List.of(UnitName::of),
                "fail2ban",
                "*.service",
                "a b.service",
                "../x.service",
                "a;b.service");
        all(
                rows,
                "37",
                BAD_SYSTEM_NAME,
                List.of(SshPublicKey::of),
                "",
                "command=\"id\" ssh-ed25519 AAAA",
                "ssh-dss AAAA",
                "ssh-ed25519 A\n");
        all(
                rows,
                "48",
                BAD_SYSTEM_NAME,
                List.of(Capability::of),
                "CAP_SYS_ADMIN",
                "sys_admin",
                "",
                "SYS ADMIN",
                "NET_BINDSERVICE",
                "A\n");
        all(
                rows,
                "48",
                BAD_SYSTEM_NAME,
                List.of(BadInputTest::containerUser),
                "",
                "Root",
                "a b",
                "0:0:0",
                "-1",
                "a;id");
        all(
                rows,
                "42",
                BAD_SCHEDULE,
                List.of(Schedule::cron),
                "* * * *",
                "@reboot",
                "@rebootx",
                "",
                "* * * * * *",
                "0 2 * * % x",
                "* * * *\n*");
        all(
                rows,
                "42",
                BAD_SCHEDULE,
                List.of(Schedule::dailyAt),
                "",
                "2:00",
                "24:00",
                "02:60",
                "02:00:01",
                "02.00",
                "\u0660\u0662:00");
        rows.add(new Row("42", "every second", BAD_SCHEDULE, () -> Schedule.every(Duration.ofSeconds(1))));
        rows.add(new Row("42", "day 32", BAD_SCHEDULE, () -> Schedule.monthly(32, "02:00")));
    }

    private static void quantities(List<Row> rows) {
        all(
                rows,
                "46",
                BAD_QUANTITY,
                List.of(DataSize::of),
                "512 mb",
                "512",
                "512mb",
                "-1MiB",
                "0B",
                "1.5GiB",
                "",
                "1PiB",
                "9".repeat(400) + "B");
        all(
                rows,
                "46",
                BAD_QUANTITY,
                List.of(DataSize::of),
                "9223372036854775808B",
                "8388608TiB",
                "\u0661MiB",
                "1 MiB",
                "1MiB\n");
        all(
                rows,
                "46",
                BAD_QUANTITY,
                List.of(Cpus::of),
                "0",
                "-1",
                "0.0001",
                "1025",
                "1e3",
                "",
                "NaN",
                "1,5",
                "\u0661");
        rows.add(new Row("46", "ulimit -2", BAD_QUANTITY, () -> Ulimit.of(UlimitKind.CORE, -2)));
        rows.add(new Row("46", "soft above hard", BAD_QUANTITY, () -> new Ulimit(UlimitKind.NPROC, 2, 1)));
        rows.add(new Row("46", "soft without end", BAD_QUANTITY, () -> new Ulimit(UlimitKind.NPROC, -1, 1)));
        rows.add(new Row("46", "files without end", BAD_QUANTITY, () -> Ulimit.of(UlimitKind.NOFILE, -1)));
        rows.add(new Row("46", "nice 41", BAD_QUANTITY, () -> Ulimit.of(UlimitKind.NICE, 41)));
        rows.add(new Row("46", "priority 100", BAD_QUANTITY, () -> Ulimit.of(UlimitKind.RTPRIO, 100)));
        rows.add(new Row(
                "46",
                "files twice",
                BAD_QUANTITY,
                () -> Limits.builder()
                        .addUlimits(Ulimit.of(UlimitKind.NOFILE, 1), Ulimit.of(UlimitKind.NOFILE, 2))
                        .build()));
        rows.add(new Row("46", "memory -1", BAD_QUANTITY, () -> DataSize.mib(-1)));
        rows.add(new Row("46", "memory 2^63", BAD_QUANTITY, () -> DataSize.gib(Long.MAX_VALUE)));
        rows.add(new Row("46", "CPU 0", BAD_QUANTITY, () -> Cpus.cpus(0)));
        rows.add(new Row("46", "CPU 2^31 - 1", BAD_QUANTITY, () -> Cpus.cpus(Integer.MAX_VALUE)));
        rows.add(new Row("46", "bandwidth 0", BAD_QUANTITY, () -> Bandwidth.mbit(0)));
        rows.add(new Row("43", "retention 0", BAD_QUANTITY, () -> Retention.days(0)));
    }

    private static void secrets(List<Row> rows) {
        rows.add(new Row("27", "value for a variable", PLAIN_SECRET, () -> SecretSource.environment("hunter2!")));
        rows.add(new Row("27", "no file", PLAIN_SECRET, () -> SecretSource.file(" ")));
        rows.add(new Row("35", "no login, no reason", BAD_TEXT, () -> Login.nobodyBecause("a\u202eb")));
        rows.add(new Row("35", "no login, blank reason", MISSING_PART, () -> Login.nobodyBecause(" ")));
        rows.add(new Row("33", "login's user", BAD_TEXT, () -> Login.byProxy("a:b", SecretName.of("x"))));
    }

    private static void all(
            List<Row> rows, String id, ModelCode code, List<Function<String, ?>> factories, String... inputs) {
        for (String input : inputs) {
            for (Function<String, ?> factory : factories) {
                rows.add(new Row(id, input, code, () -> factory.apply(input)));
            }
        }
    }

    private static Service.Builder service() {
        return Service.builder()
                .name(ServiceName.of("bot"))
                .kind(ServiceKind.of("container"))
                .image(Image.of("registry.example/bot:1.4.2"));
    }

    private static Service label(String key, String value) {
        return service().labels(Map.of(key, value)).build();
    }

    private static Service variable(String name) {
        return service().putEnvironment(name, EnvironmentValue.text("x")).build();
    }

    private static Confinement containerUser(String name) {
        return Confinement.builder().user(name).build();
    }

    private static Route route(String path) {
        return Route.builder()
                .host(HostName.of("app.example.com"))
                .path(path)
                .port(8080)
                .proxy(ServiceId.of("data/traefik"))
                .login(Login.own())
                .build();
    }
}
