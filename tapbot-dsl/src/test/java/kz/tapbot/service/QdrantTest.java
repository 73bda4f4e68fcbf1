package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class QdrantTest {

    @Test
    void stores_collections_and_asks_for_a_key() {
        assertThat(Told.text(EstateTest.DRAFT.topology(), "data/qdrant")).isEqualTo("""
                        image qdrant/qdrant:v1.15.4
                        kind qdrant
                        network data/database
                        network data/web
                        listens 6333/tcp
                        listens 6334/tcp
                        file /qdrant/config/local.yaml 0400 0
                        file /run/secrets/qdrant-api-key 0400 0 ‹secret data-qdrant-api-key›
                        mount /qdrant/storage data/qdrant-storage
                        health bash -c ‹script› from PT30S
                        memory 1GiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT1M
                        route qdrant.tapbot.kz/ by traefik to 6333 login PROXY [admins]
                        stores apartments COLLECTION in data/qdrant-storage dump bash -c ‹script› tapbot apartments restore bash -c ‹script› tapbot apartments
                        stores conversations COLLECTION in data/qdrant-storage dump bash -c ‹script› tapbot conversations restore bash -c ‹script› tapbot conversations
                        provides collection apartments {distance=Dot, size=768} probe bash -c ‹script› tapbot apartments 768 Dot create bash -c ‹script› tapbot apartments 768 Dot
                        provides collection conversations {distance=Cosine, size=1536} probe bash -c ‹script› tapbot conversations 1536 Cosine create bash -c ‹script› tapbot conversations 1536 Cosine
                        is [DATABASE, WEB_INTERFACE]
                        """);
    }

    @Test
    void its_file_holds_the_key() {
        assertThat(Told.file(EstateTest.DRAFT.topology(), "data/qdrant", "/qdrant/config/local.yaml"))
                .isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        telemetry_disabled: true
                        service:
                          enable_cors: false
                          api_key: ‹secret data-qdrant-api-key›
                        """);
    }

    @Test
    void names_and_numbers_are_arguments_of_constant_scripts() {
        List<Provision> made =
                Told.service(EstateTest.DRAFT.topology(), "data/qdrant").provisions();

        assertThat(made.get(0).create().arguments().get(2))
                .isEqualTo(made.get(1).create().arguments().get(2));
        assertThat(made.get(0).create().arguments().subList(3, 7))
                .containsExactly("tapbot", "apartments", "768", "Dot");
        assertThat(made.get(0).create().arguments().get(2)).isEqualTo("""
                        call() {
                          exec 3<>/dev/tcp/127.0.0.1/6333 || return 1
                          printf '%s %s HTTP/1.1\\r\\nHost: localhost\\r\\napi-key: %s\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' "$1" "$2" "$(</run/secrets/qdrant-api-key)" "${#3}" "$3" >&3
                          answer=$(cat <&3)
                          exec 3>&-
                          [[ $answer == 'HTTP/1.1 2'* ]]
                        }
                        refused() { printf '%s\\n' "$answer" >&2; exit 1; }
                        call PUT "/collections/$1" "{\\"vectors\\":{\\"size\\":$2,\\"distance\\":\\"$3\\"}}" || refused
                        """);
    }

    @Test
    void the_unprivileged_image_reads_files_of_its_own_user() {
        Topology topology = Told.estate((server, on) ->
                        server.run(Qdrant.version("v1.15.4-unprivileged").on(on.database())))
                .topology();

        assertThat(Told.text(topology, "data/qdrant"))
                .contains("image qdrant/qdrant:v1.15.4-unprivileged\n")
                .contains("file /qdrant/config/local.yaml 0400 1000\n")
                .contains("is [DATABASE]\n");
    }

    @Test
    void a_vector_has_a_size() {
        Told.estate((server, on) -> {
            QdrantRef qdrant = server.run(Qdrant.version("1.15.4").on(on.database()));
            assertThatThrownBy(() -> qdrant.collection("x", 0, Distance.DOT))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("A vector of Qdrant has 1 to 65536 dimensions, not 0.");
            assertThatThrownBy(() -> qdrant.collection("x/../y", 8, Distance.DOT))
                    .isInstanceOf(InvalidValueException.class);
        });
    }
}
