package kz.tapbot.runtime.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.reach.Verdict;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.host.internal.survey.Examination;
import kz.tapbot.runtime.host.internal.survey.Surroundings;
import kz.tapbot.runtime.host.internal.survey.Survey;
import kz.tapbot.runtime.host.internal.survey.SurveyReading;

/** What a server says of itself, written by hand: an orderly one without a firewall, unless a test says otherwise. */
final class HandMade {

    static final ServerName APP = ServerName.of("app");

    private static final String OFF = "-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT";
    private static final String UFW_4 = "-P INPUT DROP\n-P FORWARD DROP\n-N DOCKER-USER\n-N ufw-before-input\n"
            + "-A INPUT -j ufw-before-input\n-A FORWARD -j DOCKER-USER\n-A DOCKER-USER -j RETURN";
    private static final String UFW_6 = "-P INPUT DROP\n-N ufw6-before-input\n-A INPUT -j ufw6-before-input";

    /** What sshd of Debian 12 offers (9.2p1). */
    private static final String ALGORITHMS = """
            ciphers chacha20-poly1305@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr,aes128-gcm@openssh.com,aes256-gcm@openssh.com
            macs umac-64-etm@openssh.com,umac-128-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha1-etm@openssh.com,\
            umac-64@openssh.com,umac-128@openssh.com,hmac-sha2-256,hmac-sha2-512,hmac-sha1
            kexalgorithms sntrup761x25519-sha512@openssh.com,curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,\
            ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256
            casignaturealgorithms ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,sk-ssh-ed25519@openssh.com,\
            sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256
            """;

    private static final String KEYS =
            "ssh-ed25519-cert-v01@openssh.com,ecdsa-sha2-nistp256-cert-v01@openssh.com,ecdsa-sha2-nistp384-cert-v01@openssh.com,"
                    + "ecdsa-sha2-nistp521-cert-v01@openssh.com,sk-ssh-ed25519-cert-v01@openssh.com,sk-ecdsa-sha2-nistp256-cert-v01@openssh.com,"
                    + "rsa-sha2-512-cert-v01@openssh.com,rsa-sha2-256-cert-v01@openssh.com,ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,"
                    + "ecdsa-sha2-nistp521,sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256";

    private static final String SSHD =
            "port 22\npermitrootlogin without-password\npasswordauthentication no\nkbdinteractiveauthentication no\ngatewayports no\n";

    private final Map<String, String> parts = new TreeMap<>(Map.ofEntries(
            Map.entry("os", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID=\"12\""),
            Map.entry("memory", "MemTotal:        4018744 kB"),
            Map.entry("cpus", "2"),
            Map.entry(
                    "disk",
                    "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 41152736 9000000 30000000 23% /"),
            Map.entry("users", "root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin"),
            Map.entry("groups", "root:x:0:\nsudo:x:27:\ndocker:x:110:"),
            Map.entry("passwords", "root locked\nwww-data locked"),
            Map.entry("sshd", SSHD + ALGORITHMS + "hostkeyalgorithms " + KEYS + "\npubkeyacceptedalgorithms " + KEYS),
            Map.entry("journal-place", "disk"),
            Map.entry("dumps", "0\ncore"),
            Map.entry(
                    "listeners",
                    "tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:((\"sshd\",pid=1,fd=3))\n"
                            + "tcp LISTEN 0 128 [::]:22 [::]:* users:((\"sshd\",pid=1,fd=4))"),
            Map.entry("jails", "sshd 5 600 3600 tapbot"),
            Map.entry("gate4", "-A PREROUTING -j TAPBOT-JAIL"),
            Map.entry("packages", "unattended-upgrades installed"),
            Map.entry("apt", "APT::Periodic::Unattended-Upgrade \"1\";"),
            Map.entry("rules4", OFF),
            Map.entry("rules6", OFF)));
    private final StringBuilder services = new StringBuilder();

    HandMade with(String part, String text) {
        parts.put(part, text);
        return this;
    }

    /** UFW is on in both families, with those rules as it notes them. */
    HandMade ufw(List<String> four, List<String> six) {
        return with("ufw", "ENABLED=yes")
                .with("ufw-defaults", "IPV6=yes\nDEFAULT_INPUT_POLICY=\"DROP\"")
                .with("ufw-rules", rules(four) + rules(six))
                .with("rules4", UFW_4)
                .with("rules6", UFW_6);
    }

    private static String rules(List<String> tuples) {
        StringBuilder text = new StringBuilder("*filter\n:ufw-user-input - [0:0]\n### RULES ###\n");
        tuples.forEach(tuple -> text.append("\n### tuple ### ").append(tuple).append("\n-A ufw-user-input …\n"));
        return text.append("### END RULES ###\nCOMMIT\n").toString();
    }

    /** With an address of IPv6. */
    HandMade ipv6() {
        return with(
                "addresses",
                "2: eth0    inet6 2001:db8::7/64 scope global \\       valid_lft forever preferred_lft forever");
    }

    /** sshd offers this as well, last. */
    HandMade offers(String keyword, String algorithm) {
        return with("sshd", parts.get("sshd").replaceFirst("(?m)^(" + keyword + " .*)$", "$1," + algorithm));
    }

    /** Somebody else listens, too: lines of {@code ss}. */
    HandMade listens(String... lines) {
        return with("listeners", parts.get("listeners") + "\n" + String.join("\n", lines));
    }

    /** A container that publishes a port. */
    HandMade publishes(String name, String image, String port) {
        services.append(services.isEmpty() ? "" : ",")
                .append("\"%s\":{\"container_name\":\"%s\",\"image\":\"%s\",\"ports\":[\"%s\"],"
                        .formatted(name, name, image, port))
                .append(
                        "\"logging\":{\"driver\":\"json-file\",\"options\":{\"max-size\":\"10m\",\"max-file\":\"3\"}}}");
        return this;
    }

    /** What it is like. */
    Survey survey() {
        return new SurveyReading(said()).read();
    }

    /** The same, of what only a proof asks. */
    Examination examination() {
        return Examination.read(said());
    }

    private Parts said() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach((name, text) -> {
            field(out, name);
            field(out, text);
        });
        return Parts.read(out.toByteArray());
    }

    Imported imported() {
        Server declared =
                Server.builder().name(APP).host(HostAddress.of("203.0.113.10")).build();
        Optional<byte[]> engine = services.isEmpty()
                ? Optional.empty()
                : Optional.of(("{\"name\":\"app\",\"services\":{" + services + "}}").getBytes(StandardCharsets.UTF_8));
        return Surroundings.of(declared, engine, survey());
    }

    private static void field(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + "\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        out.write('\n');
    }

    /** What was found, but for what is told of every server and of what Compose files have wrong. */
    static List<String> findings(Imported imported) {
        return imported.findings().stream()
                .filter(found -> found.code().id().startsWith("TB62"))
                .filter(found -> !found.code().id().equals("TB6202"))
                .map(Diagnostic::toString)
                .toList();
    }

    /** Whether somebody comes in at a port. */
    static Verdict port(Imported imported, Source from, String port) {
        Answer answer = Reachability.of(imported.topology()).ask(from, Target.port(APP, port(port)));
        return answer.verdict();
    }

    private static Port port(String text) {
        int number = Integer.parseInt(text.replaceAll("/.*", ""));
        return text.endsWith("udp") ? Port.udp(number) : Port.tcp(number);
    }

    static Source address(String text) {
        return Source.address(IpAddress.of(text));
    }
}
