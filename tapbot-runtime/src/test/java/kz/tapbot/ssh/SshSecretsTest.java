package kz.tapbot.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.runtime.Canaries;
import kz.tapbot.runtime.docker.LoudLogging;
import org.junit.jupiter.api.Test;

/** In a process that logs everything there is to log, nothing of a key, a passphrase, an input or an argument shows. */
@OnSshd
class SshSecretsTest {

    private static final String PASSPHRASE = "correct-horse-battery-7f3a";
    private static final String INPUT = "input-canary-91c2d4e5";
    private static final String ARGUMENT = "argument-canary-5b8e0f";
    private static final String OUTPUT = "output-canary-c0ffee77";

    /** What the loud process does. */
    public static final class Loud {

        private Loud() {}

        /** With the port, the user, the host key and the key file. */
        public static void main(String[] arguments) throws Exception {
            org.slf4j.LoggerFactory.getLogger("loud").trace("is loud");
            SshTarget target = SshTarget.of(
                            arguments[1],
                            "127.0.0.1",
                            HostKeys.trust(arguments[2]),
                            SshLogin.keyFile(Path.of(arguments[3]), PASSPHRASE::toCharArray))
                    .port(Integer.parseInt(arguments[0]));
            try (SshConnection connection = SshConnection.open(target)) {
                CommandResult result = connection.run(CommandCall.of(
                                "sh", "-c", "cat >/dev/null; printf '%s' output-canary- c0ffee77", "sh", ARGUMENT)
                        .input(INPUT.getBytes(StandardCharsets.UTF_8)));
                if (!result.output().text().equals(OUTPUT)) {
                    throw new IllegalStateException("not as expected");
                }
            }
            try {
                SshConnection.open(target.port(1)).close();
            } catch (SshException e) {
                System.err.println(e + " " + target + " " + target.login());
            }
        }
    }

    @Test
    void no_log_at_any_level_shows_a_secret() throws Exception {
        try (SshServerForTests server = SshServerForTests.start()) {
            Path key = server.makeUserKey("locked", "ed25519", PASSPHRASE);
            Path open = server.makeUserKey("open", "ed25519", "");
            server.authorize("locked", "open");
            Canaries canaries = new Canaries();
            canaries.add("passphrase", PASSPHRASE);
            canaries.add("input", INPUT);
            canaries.add("argument", ARGUMENT);
            canaries.add("output", OUTPUT);
            String locked = said(server, key);
            String unlocked = said(server, open);

            for (String log : List.of(locked, unlocked)) {
                assertThat(log).contains("TRACE loud is loud", "No SSH connection to ");
                assertThat(canaries.in(log)).isEmpty();
            }
            assertThat(unlocked).doesNotContain(lines(open));
            assertThat(locked).doesNotContain(lines(key));
            byte[] secret = seed(open);
            assertThat(unlocked.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(java.util.HexFormat.of().formatHex(secret))
                    .doesNotContain(java.util.HexFormat.ofDelimiter(" ").formatHex(secret));
        }
    }

    private static Set<String> lines(Path key) throws Exception {
        Set<String> lines = new LinkedHashSet<>(Files.readAllLines(key));
        lines.removeIf(line -> line.startsWith("-----"));
        return lines;
    }

    /** The private half stands before the public one in the decrypted part, with a length of 64 before both (PROTOCOL.key). */
    private static byte[] seed(Path key) throws Exception {
        byte[] all = Base64.getMimeDecoder().decode(String.join("", lines(key)));
        for (int i = all.length - 68; i > 0; i--) {
            if (all[i] == 0 && all[i + 1] == 0 && all[i + 2] == 0 && all[i + 3] == 64) {
                return java.util.Arrays.copyOfRange(all, i + 4, i + 36);
            }
        }
        throw new IllegalStateException("no private key in it");
    }

    private static String said(SshServerForTests server, Path key) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "-Dslf4j.provider=" + LoudLogging.class.getName(),
                        Loud.class.getName(),
                        Integer.toString(server.port()),
                        server.user(),
                        server.fingerprint("ed25519"),
                        key.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        }
    }

    /** Of this process, whoever has loaded its classes. */
    private static String classPath() throws Exception {
        Set<String> entries =
                new TreeSet<>(List.of(System.getProperty("java.class.path").split(":")));
        for (Class<?> type : List.of(
                Loud.class,
                SshConnection.class,
                net.schmizz.sshj.SSHClient.class,
                org.slf4j.Logger.class,
                kz.tapbot.diagnostic.TapbotException.class,
                com.hierynomus.asn1.ASN1InputStream.class,
                org.jspecify.annotations.Nullable.class)) {
            entries.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(":", entries);
    }
}
