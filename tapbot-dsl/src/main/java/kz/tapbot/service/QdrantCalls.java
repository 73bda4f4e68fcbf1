package kz.tapbot.service;

import kz.tapbot.model.value.Command;

/**
 * Calls of Qdrant's HTTP interface from inside its container, which has bash and coreutils but no HTTP client. The scripts are constant;
 * names and numbers are their arguments, and the key is read from its file.
 *
 * @see <a href="https://qdrant.tech/documentation/concepts/snapshots/">Qdrant, snapshots</a>
 */
final class QdrantCalls {

    /** Answers without a key ({@code src/actix/mod.rs}). */
    static final String READY = "exec 3<>/dev/tcp/127.0.0.1/6333 && "
            + "printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && "
            + "grep -q '^HTTP/1.1 200' <&3";

    private static final String CALL = """
            call() {
              exec 3<>/dev/tcp/127.0.0.1/6333 || return 1
              printf '%s %s HTTP/1.1\\r\\nHost: localhost\\r\\napi-key: %s\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\nConnection: close\\r\\n\\r\\n%s' "$1" "$2" "$(</run/secrets/qdrant-api-key)" "${#3}" "$3" >&3
              answer=$(cat <&3)
              exec 3>&-
              [[ $answer == 'HTTP/1.1 2'* ]]
            }
            refused() { printf '%s\\n' "$answer" >&2; exit 1; }
            """;

    /** There, and with these vectors: a collection of others is not the declared one. */
    private static final String PROBE = CALL + """
            call GET "/collections/$1" '' || exit 1
            [[ $answer == *"\\"size\\":$2,"* && $answer == *"\\"distance\\":\\"$3\\""* ]]
            """;

    private static final String CREATE = CALL + """
            call PUT "/collections/$1" "{\\"vectors\\":{\\"size\\":$2,\\"distance\\":\\"$3\\"}}" || refused
            """;

    /** The snapshot is read from the disk and not over HTTP, so that a cut in the middle is an error. */
    private static final String DUMP = CALL + """
            call POST "/collections/$1/snapshots?wait=true" '' || refused
            [[ $answer =~ \\"name\\":\\"([^\\"/]+)\\" ]] || refused
            name=${BASH_REMATCH[1]}
            cat "/qdrant/snapshots/$1/$name"
            status=$?
            call DELETE "/collections/$1/snapshots/$name?wait=true" '' || refused
            exit $status
            """;

    private static final String RESTORE = CALL + """
            mkdir -p /qdrant/snapshots || exit 1
            file=$(mktemp /qdrant/snapshots/restore.XXXXXX.snapshot) || exit 1
            trap 'rm -f "$file"' EXIT
            cat > "$file" || exit 1
            call PUT "/collections/$1/snapshots/recover?wait=true" "{\\"location\\":\\"file://$file\\",\\"priority\\":\\"snapshot\\"}" || refused
            """;

    private QdrantCalls() {}

    static Command probe(String collection, int size, Distance distance) {
        return script(PROBE, collection, Integer.toString(size), distance.word());
    }

    static Command create(String collection, int size, Distance distance) {
        return script(CREATE, collection, Integer.toString(size), distance.word());
    }

    static Command dump(String collection) {
        return script(DUMP, collection);
    }

    static Command restore(String collection) {
        return script(RESTORE, collection);
    }

    private static Command script(String script, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "-c";
        all[1] = script;
        all[2] = "tapbot";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Command.of("bash", all);
    }
}
