package kz.tapbot.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import org.junit.jupiter.api.Test;

class PortMapTest {

    @Test
    void theMapOfAServerSaysWhatIsOpenToWhomAndWhatIsNot() {
        assertThat(PortMap.of(SampleEstate.topology(), ServerName.of("app")).text())
                .isEqualTo("""
                Server app (203.0.113.10)
                  Public
                    PORT       WHAT     OPEN TO                   BIND           FOR
                    22/tcp     sshd     admins (198.51.100.7/32)  every address  SSH as root, keys only
                    80/tcp     traefik  everybody                 every address  container
                    443/tcp    traefik  everybody                 every address  container
                    8441/tcp   webmin   admins (198.51.100.7/32)  every address  webmin on the server
                    51820/udp  link wg  servers of the link       every address  encrypted link
                  Host names
                    NAME               LEADS TO     LOGIN  OPEN TO                   PROXY
                    n8n.tapbot.kz      n8n:5678     own    everybody                 traefik
                    webmin1.tapbot.kz  webmin:8441  own    admins (198.51.100.7/32)  none
                  Internal, never published
                    PORT      SERVICE  REACHED ON
                    5678/tcp  n8n      cache, web
                    6379/tcp  redis    cache
                    8080/tcp  traefik  web
                  Reserved for what is planned
                    PORT       SERVICE  WILL BE REACHED ON
                    19999/tcp  netdata  web
                  Between servers
                    FROM     TO                  LINK  ADDRESSES
                    app/n8n  data/directus:8055  wg    10.99.0.0/24
                    app/n8n  data/postgres:5432  wg    10.99.0.0/24
                """);
    }

    @Test
    void aPortThatIsPublishedIsNotCalledInternalAndOneOnLoopbackIs() {
        assertThat(PortMap.of(SampleEstate.topology(), ServerName.of("data")).text())
                .isEqualTo("""
                Server data (203.0.113.20)
                  Public
                    PORT       WHAT     OPEN TO                   BIND           FOR
                    22/tcp     sshd     admins (198.51.100.7/32)  every address  SSH as root, keys only
                    80/tcp     traefik  everybody                 every address  container
                    443/tcp    traefik  everybody                 every address  container
                    2222/tcp   server   admins (198.51.100.7/32)  every address  deploy hook
                    8442/tcp   webmin   admins (198.51.100.7/32)  every address  webmin on the server
                    51820/udp  link wg  servers of the link       every address  encrypted link
                  Host names
                    NAME               LEADS TO       LOGIN               OPEN TO                   PROXY
                    dir.tapbot.kz      directus:8055  own                 everybody                 traefik
                    pg.tapbot.kz       pgadmin:80     asked by the proxy  everybody                 traefik
                    webmin2.tapbot.kz  webmin:8442    own                 admins (198.51.100.7/32)  none
                  Internal, never published
                    PORT      SERVICE   REACHED ON
                    80/tcp    pgadmin   database, web
                    5050/tcp  pgadmin   this server at 127.0.0.1
                    5432/tcp  postgres  database
                    8055/tcp  directus  database, web
                    8080/tcp  traefik   web
                  Between servers
                    FROM     TO                  LINK  ADDRESSES
                    app/n8n  data/directus:8055  wg    10.99.0.0/24
                    app/n8n  data/postgres:5432  wg    10.99.0.0/24
                """);
    }

    @Test
    void theMapOfTheEstateIsThatOfItsServersOneAfterTheOther() {
        Topology topology = SampleEstate.topology();
        assertThat(PortMap.render(topology))
                .isEqualTo(PortMap.of(topology, ServerName.of("app")).text() + "\n"
                        + PortMap.of(topology, ServerName.of("data")).text());
    }

    @Test
    void anEstateWithoutServersHasAnEmptyMap() {
        Topology empty = Topology.builder().name(TopologyName.of("empty")).build();
        assertThat(PortMap.render(empty)).isEmpty();
        assertThat(PortMap.of(empty).markdown()).isEqualTo("# Ports of empty\n");
    }

    @Test
    void allPortsOfAPlannedServerAreReserved() {
        Server planned = Server.builder()
                .name(ServerName.of("third"))
                .host(HostAddress.of("203.0.113.30"))
                .planned(true)
                .build();
        Topology topology = Topology.builder()
                .name(TopologyName.of("next"))
                .addServers(planned)
                .build();
        assertThat(PortMap.render(topology)).startsWith("Server third (203.0.113.30), planned\n");
    }

    @Test
    void theMapInMarkdownIsMadeOfTables() {
        assertThat(PortMap.of(SampleEstate.topology(), ServerName.of("app")).markdown())
                .startsWith("""
                        # Ports of sample

                        ## Server app (203.0.113.10)

                        ### Public

                        | Port | What | Open to | Bind | For |
                        | --- | --- | --- | --- | --- |
                        | 22/tcp | sshd | admins (198.51.100.7/32) | every address | SSH as root, keys only |
                        """)
                .endsWith("""
                        ### Between servers

                        | From | To | Link | Addresses |
                        | --- | --- | --- | --- |
                        | app/n8n | data/directus:8055 | wg | 10.99.0.0/24 |
                        | app/n8n | data/postgres:5432 | wg | 10.99.0.0/24 |
                        """);
    }

    @Test
    void whatMarkdownOrHtmlWouldReadAsTheirOwnIsEscaped() {
        StringBuilder out = new StringBuilder();
        new TextTable("Title", List.of("A", "B"), List.of(List.of("a|b <i>", "`x` [y](z)\n"))).markdown(out);
        assertThat(out).hasToString("""
                ### Title

                | A | B |
                | --- | --- |
                | a\\|b &lt;i&gt; | \\`x\\` \\[y\\](z)  |

                """);
    }
}
