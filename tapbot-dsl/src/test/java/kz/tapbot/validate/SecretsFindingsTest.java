package kz.tapbot.validate;

import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.value.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of secrets, and what is not. */
class SecretsFindingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"true", "FALSE", "yes", "no", "on", "off", "1", "0"})
    void a_switch_is_no_secret_whatever_its_name_means(String value) {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.putEnvironment("MARIADB_RANDOM_ROOT_PASSWORD", EnvironmentValue.text(value)))))
                .isEmpty();
    }

    @Test
    void a_secret_in_the_environment_is_told_without_its_value() {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.putEnvironment("DB_PASSWORD", EnvironmentValue.text("hunter2-Canary")))))
                .isEqualTo("""
                error TB2701  Secret as plain text in the environment
                  at service:data/directus
                  service:data/directus is given DB_PASSWORD as literal text.
                  What stands here is in the source, its history, the plan and the engine's inspect, for everybody who reads these.
                  Take it out of the source now, change it where it is used, and refer to it by name:
                      .environment("DB_PASSWORD", Secret.generated("directus-db-password"))
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_password_in_an_address_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.putEnvironment(
                                "REDIS", EnvironmentValue.text("redis://:hunter2-Canary@cache.example.com:6379/0")))))
                .isEqualTo("""
                error TB2701  Secret as plain text in the environment
                  at service:data/directus
                  service:data/directus is given an address with a password in REDIS as literal text.
                  What stands here is in the source, its history, the plan and the engine's inspect, for everybody who reads these.
                  Take it out of the source now, change it where it is used, and refer to it by name:
                      .environment("REDIS", Secret.generated("directus-redis"))
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_made_text_under_a_suspicious_name_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.putEnvironment("TOKEN_OF_BOT", EnvironmentValue.text("Canary01aB3dE5fG7h")))))
                .isEqualTo("""
                error TB2701  Secret as plain text in the environment
                  at service:data/directus
                  service:data/directus is given TOKEN_OF_BOT as literal text.
                  What stands here is in the source, its history, the plan and the engine's inspect, for everybody who reads these.
                  Take it out of the source now, change it where it is used, and refer to it by name:
                      .environment("TOKEN_OF_BOT", Secret.generated("directus-token-of-bot"))
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_secret_in_a_command_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/redis", s -> s.command(Command.of("redis-server", "--requirepass", "hunter2-Canary")))))
                .isEqualTo("""
                error TB2702  Secret as plain text in a command
                  at service:app/redis
                  A command of service:app/redis is given --requirepass as literal text.
                  Arguments are in the source and its history, and every process of the server can read them in the process list.
                  Write it to a file of the container, and name the file in the command:
                      .storage(s -> s.secretFile("/run/secrets/password", Secret.generated("redis-password"), 1000))
                  declared at (TapbotKz.java:44)""");
    }

    @Test
    void a_secret_in_a_label_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.putLabels("traefik.http.middlewares.auth.basicauth.users", "admin:$$2y$$12$$Canary"))))
                .isEqualTo("""
                error TB2703  Secret as plain text in a label
                  at service:data/directus
                  service:data/directus has a password or its hash in its label traefik.http.middlewares.auth.basicauth.users.
                  Labels are in the source and its history, and whoever may list containers reads them.
                  Let the proxy ask for the login instead; it reads the hash from a file that only it can read:
                      Access.proxyLogin("admin", Secret.generated("directus-login"))
                  declared at (TapbotKz.java:82)

                warning TB2516  Proxy rules in labels
                  at service:data/directus
                  service:data/directus has the label traefik.http.middlewares.auth.basicauth.users.
                  Tapbot's proxies read their routes from files and never look at it. If another proxy does, its route is in no check:
                  no login, no address list and no port map knows of it.
                  Declare the route and remove the labels:
                      .servedBy(proxy, zone.host("directus"), 8080, Access.ownLogin())
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_secret_in_a_file_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/redis",
                        s -> s.addFiles(Parts.file(
                                "/etc/redis/extra.conf",
                                Content.text("maxmemory 1mb\nrequirepass hunter2-Canary\n"))))))
                .isEqualTo("""
                warning TB2704  Text that looks like a secret in a file
                  at service:app/redis
                  The file /etc/redis/extra.conf of service:app/redis sets requirepass to literal text.
                  If it is a secret, it is in the source and its history, for everybody who reads these.
                  Put a place for the secret there, which is filled on the server only:
                      Secret.generated("file-password")
                  declared at (TapbotKz.java:44)""");
    }

    @Test
    void a_private_key_in_a_file_or_a_variable_is_told() {
        String key = "-----BEGIN OPENSSH PRIVATE KEY-----\nCanary\n-----END OPENSSH PRIVATE KEY-----\n";
        assertThat(Judged.findings(Change.service(
                        "app/redis", s -> s.addFiles(Parts.file("/etc/redis/tls.pem", Content.text(key))))))
                .startsWith("warning TB2704")
                .contains("The file /etc/redis/tls.pem of service:app/redis holds a private key.")
                .doesNotContain("Canary");
        assertThat(Judged.findings(
                        Change.service("app/redis", s -> s.putEnvironment("TLS", EnvironmentValue.text(key)))))
                .startsWith("error TB2701")
                .contains("service:app/redis is given a private key in TLS as literal text.")
                .doesNotContain("Canary");
    }

    @Test
    void a_known_password_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/directus", s -> s.putEnvironment("ADMIN_PASSWORD", EnvironmentValue.text("changeme")))))
                .isEqualTo("""
                error TB2705  Secret that everybody knows
                  at service:data/directus
                  service:data/directus has in its environment variable ADMIN_PASSWORD
                  a password, key or hash that stands in tutorials or on every list of passwords.
                  It is among the first that strangers try, so it protects nothing; a hash hides a known password from nobody.
                  Let one be generated on the server, and refer to it:
                      Secret.generated("admin-password")
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_hash_copied_from_a_tutorial_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/directus",
                        s -> s.putLabels(
                                "auth", "admin:$$2y$$10$$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi"))))
                .isEqualTo("""
                error TB2705  Secret that everybody knows
                  at service:data/directus
                  service:data/directus has in its label auth
                  a password, key or hash that stands in tutorials or on every list of passwords.
                  It is among the first that strangers try, so it protects nothing; a hash hides a known password from nobody.
                  Let one be generated on the server, and refer to it:
                      Secret.generated("admin-password")
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_secret_that_is_echoed_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.secrets(echoed("backup-key")))))
                .isEqualTo("""
                error TB2706  Secret's source is the secret
                  at secret:backup-key
                  The command of secret:backup-key only prints what stands in it.
                  So the secret itself is in the source and its history, for everybody who reads these.
                  Take it out of the source now, change it where it is used, and read it from a store:
                      Secret.command("backup-key", Command.of("pass", "show", "tapbot/backup-key"))
                  declared at (TapbotKz.java:110)""");
    }

    @Test
    void a_registry_password_that_is_generated_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.addRegistryLogins(RegistryLogin.builder()
                        .registry(RegistryHost.of("docker.io"))
                        .user("acme")
                        .password(SecretName.of("redis-password"))
                        .places(at(190))
                        .build()))))
                .isEqualTo("""
                error TB2710  Registry password that only the servers know
                  at registry:docker.io
                  The password for registry:docker.io is secret:redis-password, which is generated on the servers.
                  The registry has never heard of it, so that no image would be pulled.
                  Make an access token there that may only read, and say where it is read from:
                      .registry("docker.io", "acme", Secret.environment("registry-token", "REGISTRY_TOKEN"))
                  declared at (TapbotKz.java:190)""");
    }

    @Test
    void a_login_that_the_image_ignores_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n", s -> s.putEnvironment("N8N_BASIC_AUTH_USER", EnvironmentValue.text("admin")))))
                .isEqualTo("""
                error TB2707  Login setting that the image ignores
                  at service:app/n8n
                  service:app/n8n sets N8N_BASIC_AUTH_USER, which n8n ignores since version 1.0.
                  The page looks protected in the declaration, and the first visitor becomes its owner.
                  Remove the N8N_BASIC_AUTH variables. n8n asks by its own login; let nobody else in until its owner exists:
                      Access.ownLogin().onlyFrom(admins)
                  declared at (TapbotKz.java:48)""");
    }

    private static List<SecretDeclaration> echoed(String name) {
        return TapbotEstate.topology().secrets().stream()
                .map(secret -> secret.name().value().equals(name)
                        ? SecretDeclaration.builder()
                                .from(secret)
                                .source(SecretSource.command(Command.of("echo", "hunter2-Canary")))
                                .build()
                        : secret)
                .toList();
    }
}
