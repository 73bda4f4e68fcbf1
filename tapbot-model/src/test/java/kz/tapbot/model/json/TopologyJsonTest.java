package kz.tapbot.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import kz.tapbot.diagnostic.InvalidTopologyException;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import org.junit.jupiter.api.Test;

class TopologyJsonTest {

    private static final String SHOP = """
            {
              "format": 1,
              "name": "shop",
              "secrets": [
                {
                  "name": "db-password",
                  "source": {
                    "kind": "GENERATED"
                  }
                }
              ],
              "servers": [
                {
                  "name": "data",
                  "host": "203.0.113.20",
                  "administeredFrom": ["admins"],
                  "networks": [
                    {
                      "name": "database",
                      "internal": true
                    }
                  ],
                  "services": [
                    {
                      "name": "postgres",
                      "kind": "postgres",
                      "image": "postgres:16.9",
                      "command": ["postgres", "-c", "work_mem=32MB"],
                      "networks": [
                        {
                          "network": "data/database"
                        }
                      ],
                      "listens": ["5432/tcp"],
                      "environment": {
                        "POSTGRES_PASSWORD_FILE": {
                          "text": "/run/secrets/db"
                        }
                      },
                      "limits": {
                        "memory": "1536MiB"
                      }
                    }
                  ]
                }
              ],
              "backups": [
                {
                  "name": "nightly",
                  "schedule": {
                    "recurs": "daily",
                    "at": "02:00"
                  }
                }
              ]
            }
            """;

    @Test
    void whatWasReadIsWrittenInTheSameBytes() {
        assertThat(TopologyJson.write(read(SHOP))).isEqualTo(SHOP);
    }

    @Test
    void orderSpacesAndUsualValuesMakeNoDifference() {
        String other = "{\"name\":\"shop\",\"servers\":[],\"$schema\":\"x\",\"format\":1}\r\n";
        assertThat(TopologyJson.write(read(other))).isEqualTo("""
                {
                  "format": 1,
                  "name": "shop"
                }
                """);
    }

    @Test
    void everythingThatWasReadKnowsItsLine() {
        Topology topology = read(SHOP);
        Server server = topology.servers().get(0);
        Service service = server.services().get(0);
        SecretDeclaration secret = topology.secrets().get(0);
        Backup backup = topology.backups().get(0);
        assertThat(topology.places().declaration()).contains(DeclaredAt.at("estate.json", 1));
        assertThat(secret.places().declaration()).contains(DeclaredAt.at("estate.json", 5));
        assertThat(server.places().declaration()).contains(DeclaredAt.at("estate.json", 13));
        assertThat(server.places().of("administeredFrom")).contains(DeclaredAt.at("estate.json", 16));
        assertThat(server.networks().get(0).places().of("internal")).contains(DeclaredAt.at("estate.json", 20));
        assertThat(service.places().declaration()).contains(DeclaredAt.at("estate.json", 24));
        assertThat(service.places().of("image")).contains(DeclaredAt.at("estate.json", 27));
        assertThat(service.places().of("environment.POSTGRES_PASSWORD_FILE"))
                .contains(DeclaredAt.at("estate.json", 36));
        assertThat(service.places().of("healthCheck")).contains(DeclaredAt.at("estate.json", 24));
        assertThat(backup.places().of("schedule")).contains(DeclaredAt.at("estate.json", 50));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        String json = """
                {
                  "format": 1,
                  "name": "shop",
                  "secrets": [
                    {"name": "hunter2!", "source": {"kind": "GENERATED"}}
                  ],
                  "servers": [
                    {
                      "name": "data",
                      "services": [
                        {
                          "name": "postgres",
                          "kind": "postgres",
                          "image": "postgres:latest",
                          "listens": ["5432", 80],
                          "environment": {
                            "A": {"text": "a"},
                            "A": {"text": "b"}
                          },
                          "limits": {"memory": "512 mb"}
                        },
                        {"name": "a; rm", "kind": "container", "imagee": "a:1"}
                      ]
                    }
                  ]
                }
                """;
        assertThat(TopologyJson.read(json.getBytes(UTF_8), "estate.json").report())
                .hasToString("""
                File "estate.json" has 9 errors

                error TB1001  Name not allowed
                  at server:data
                  A service name is 1 to 40 lower-case letters, digits and hyphens, begins with a letter and does not end with a hyphen; "a; rm" is not.
                  JSON path: servers[0].services[1].name
                  declared at (estate.json:22)

                error TB1015  Required part missing
                  at server:data
                  The field "host" is missing: an IP address or a host name.
                  JSON path: servers[0]
                  declared at (estate.json:8)

                error TB1102  JSON field unknown
                  at server:data
                  No field "imagee" is known here. Did you mean "image"?
                  JSON path: servers[0].services[1]
                  declared at (estate.json:22)

                error TB1003  Port not allowed
                  at service:data/postgres
                  A port is written like 443/tcp or 51820/udp, not "5432".
                  JSON path: servers[0].services[0].listens[0]
                  declared at (estate.json:15)

                error TB1007  Image reference not allowed
                  at service:data/postgres
                  The image postgres:latest has the tag latest, so what runs would change by itself. Name the version, for example postgres:1.2.3.
                  JSON path: servers[0].services[0].image
                  declared at (estate.json:14)

                error TB1008  Quantity not allowed
                  at service:data/postgres
                  A size is written as digits and B, KiB, MiB, GiB or TiB, for example 512MiB, not "512 mb".
                  JSON path: servers[0].services[0].limits.memory
                  declared at (estate.json:20)

                error TB1103  JSON key given twice
                  at service:data/postgres
                  The key "A" stands twice in one object; which one counts would be a guess. Delete one of both.
                  JSON path: servers[0].services[0].environment
                  declared at (estate.json:18)
                  first declared at (estate.json:17)

                error TB1106  JSON value not allowed
                  at service:data/postgres
                  A port such as 443/tcp is due here, not a number. Put it into quotation marks.
                  JSON path: servers[0].services[0].listens[1]
                  declared at (estate.json:15)

                error TB1014  Secret given as plain text
                  at topology:shop
                  A secret is referred to by its name: 1 to 40 lower-case letters, digits and hyphens. What stands here is no such name and is not shown, as it may be the secret itself. If it is: take it out of the file, replace the secret wherever it is used, and declare where the new one comes from:
                      "secrets": [{"name": "db-password", "source": {"kind": "ENVIRONMENT", "arguments": ["DB_PASSWORD"]}}]
                  JSON path: secrets[0].name
                  declared at (estate.json:5)""");
    }

    @Test
    void aNewerFormatAsksForANewerTapbot() {
        String json = "{\"format\": 2, \"name\": \"shop\"}";
        assertThat(TopologyJson.read(json.getBytes(UTF_8), "estate.json").report())
                .hasToString("""
                File "estate.json" has 1 error

                error TB1105  JSON format version not readable
                  at file:estate.json
                  The file has format 2; this Tapbot reads format 1 and no newer one. It needs Tapbot \u2265 the version that brought format 2. Update Tapbot; do not change the number.
                  declared at (estate.json:1)""");
    }

    @Test
    void aStreamIsReadAsItsBytesAre() {
        ReadResult result = TopologyJson.read(new ByteArrayInputStream(SHOP.getBytes(UTF_8)), "estate.json");
        assertThat(result.orElseThrow()).isEqualTo(read(SHOP));
    }

    @Test
    void aStreamThatBreaksIsAFinding() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("hunter2");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        ReadResult result = TopologyJson.read(broken, "estate.json");
        assertThat(result.report()).hasToString("""
                File "estate.json" has 1 error

                error TB1107  Topology file not readable
                  at file:estate.json
                  The file cannot be read to its end.""");
        assertThatThrownBy(result::orElseThrow).isInstanceOf(InvalidTopologyException.class);
    }

    @Test
    void theNameOfTheFileIsShownWithoutFoldersAndTricks() {
        byte[] json = "[]".getBytes(UTF_8);
        assertThat(TopologyJson.read(json, "C:\\me\\estate.json").report().subject())
                .hasToString("file:estate.json");
        assertThat(TopologyJson.read(json, "a\u001b[2J\n").report().subject()).hasToString("file:a\\u001b[2J\\u000a");
        assertThat(TopologyJson.read(json, "").report().subject()).hasToString("file:json");
        assertThat(TopologyJson.read(json, "/").report().subject()).hasToString("file:json");
    }

    private static Topology read(String json) {
        return TopologyJson.read(json.getBytes(UTF_8), "estate.json").orElseThrow();
    }
}
