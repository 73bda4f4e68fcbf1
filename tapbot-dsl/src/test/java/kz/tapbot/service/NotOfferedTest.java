package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.tapbot.mistake.Javac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mistake would need does not compile. Each case stands beside its right form, so that it fails for the right reason. */
class NotOfferedTest {

    @TempDir
    private Path folder;

    @Test
    void a_page_without_a_login_of_its_own_is_not_served_without_the_proxys() {
        assertThat(errors("Dozzle.version(\"8.14.12\").on(web).servedBy(proxy, host, login, admins);"))
                .isEmpty();
        assertThat(errors("Dozzle.version(\"8.14.12\").on(web).servedBy(proxy, host);"))
                .isNotEmpty();
        assertThat(errors("Dozzle.version(\"8.14.12\").on(web).servedBy(proxy, host, admins);"))
                .isNotEmpty();
        assertThat(errors("Dozzle.version(\"8.14.12\").on(web).servedBy(proxy, host, Access.ownLogin());"))
                .isNotEmpty();
        assertThat(errors("Qdrant.version(\"1.15.4\").on(web).servedBy(proxy, host, admins);"))
                .isNotEmpty();
        assertThat(errors("Traefik.version(\"3.6.1\").on(web).dashboardAt(host, admins);"))
                .isNotEmpty();
    }

    @Test
    void what_rules_over_others_is_not_served_to_everybody() {
        assertThat(errors("Portainer.version(\"2.38.1\").on(web).servedBy(proxy, host, admins);"))
                .isEmpty();
        assertThat(errors("Portainer.version(\"2.38.1\").on(web).servedBy(proxy, host);"))
                .isNotEmpty();
        assertThat(errors("N8n.version(\"1.81.0\").on(web).servedBy(proxy, host, admins);"))
                .isEmpty();
        assertThat(errors("N8n.version(\"1.81.0\").on(web).servedBy(proxy, host);"))
                .isNotEmpty();
        assertThat(errors("Webmin.port(8441, admins);")).isEmpty();
        assertThat(errors("Webmin.port(8441);")).isNotEmpty();
    }

    @Test
    void a_database_is_not_published() {
        assertThat(errors("server.run(Postgres.version(\"16.9\").on(web));")).isEmpty();
        assertThat(errors("server.run(Postgres.version(\"16.9\").on(web).publishes(Port.tcp(5432)));"))
                .isNotEmpty();
        assertThat(errors("server.run(Redis.version(\"7.4.11\").on(web).publishes(Port.tcp(6379)));"))
                .isNotEmpty();
    }

    @Test
    void a_service_has_a_network_and_directus_a_database() {
        assertThat(errors("server.run(Directus.version(\"10.10.0\").on(web).storedIn(database));"))
                .isEmpty();
        assertThat(errors("server.run(Directus.version(\"10.10.0\").on(web));")).isNotEmpty();
        assertThat(errors("server.run(Postgres.version(\"16.9\"));")).isNotEmpty();
        assertThat(errors("server.run(Postgres.version(\"16.9\").on());")).isNotEmpty();
    }

    private List<String> errors(String statement) {
        return Javac.errors(statement, folder);
    }
}
