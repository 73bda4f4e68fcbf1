package kz.tapbot.runtime.compose.internal.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** What is wrong with a file that its topology alone does not show, since a plain container says nothing of what is in it. */
final class Mistakes {

    private static final Set<String> STORES = Set.of(
            "postgres",
            "postgis",
            "pgvector",
            "mysql",
            "mariadb",
            "mongo",
            "redis",
            "valkey",
            "qdrant",
            "clickhouse-server");

    /** Programs with pages that ask nobody who he is unless they are told to. */
    private static final Set<String> OPEN_PAGES = Set.of(
            "dozzle",
            "prometheus",
            "alertmanager",
            "netdata",
            "cadvisor",
            "node-exporter",
            "redis-commander",
            "mailhog",
            "mailpit");

    private final Findings findings;
    private final Stores stores;
    private final List<Draft> drafts;
    private final Function<String, Optional<String>> beside;

    Mistakes(Findings findings, Stores stores, List<Draft> drafts, Function<String, Optional<String>> beside) {
        this.findings = findings;
        this.stores = stores;
        this.drafts = drafts;
        this.beside = beside;
    }

    void tell() {
        ProxyMistakes proxy = new ProxyMistakes(findings, stores, drafts);
        for (Draft draft : drafts) {
            Service service = draft.service();
            String program = program(service);
            login(draft, service, program);
            store(draft, service, program);
            required(draft, program);
            check(draft, service);
            if (program.equals("postgres")) {
                configuration(draft, service);
            }
            proxy.tell(draft, service);
        }
    }

    /** The last part of an image's name, which says what program it is. */
    static String program(Service service) {
        String name = service.image().name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void login(Draft draft, Service service, String program) {
        boolean asks = draft.variables.contains("DOZZLE_AUTH_PROVIDER") || draft.words.contains("--auth-provider");
        if (!OPEN_PAGES.contains(program) || asks) {
            return;
        }
        boolean published =
                service.publications().stream().anyMatch(one -> one.bind().isEmpty());
        if (published || ProxyMistakes.isServed(draft) && !ProxyMistakes.asksForLogin(draft, drafts)) {
            findings.add(
                    ComposeCode.NO_LOGIN,
                    draft.address(),
                    draft.line,
                    program + " asks nobody for a login, and everybody reaches it.",
                    "Logs and figures of the whole server are read by whoever finds the page.",
                    "Serve it through a typed proxy that asks: .servedBy(proxy, host, port, Access.proxyLogin(\"admin\", Secret.generated(\""
                            + draft.name + "-login\")))");
        }
    }

    private void store(Draft draft, Service service, String program) {
        if (!STORES.contains(program)) {
            return;
        }
        for (Attachment attachment : service.networks()) {
            Optional<Network> network = stores.networks().stream()
                    .filter(one -> one.name().equals(attachment.network().network()))
                    .findFirst();
            if (network.filter(one -> !one.internal()).isPresent()) {
                findings.add(
                        ComposeCode.STORE_WAY_OUT,
                        draft.address(),
                        draft.line,
                        program + " is on the network " + attachment.network().network() + ", which has a way out.",
                        "Whoever takes it over can send its data away, and load what he needs.",
                        "Put it on an internal network of its own: \"internal: true\", or n -> n.internal() in the source.");
                break;
            }
        }
        if (open(draft, service, program)) {
            findings.add(
                    ComposeCode.OPEN_STORE,
                    draft.address(),
                    draft.line,
                    program + " is not told to ask for a password or key.",
                    "Every container on its networks, and whoever takes one over, reads and deletes what is in it.",
                    "Give it one by a file: .storage(s -> s.secretFile(…)).");
        }
    }

    private static boolean open(Draft draft, Service service, String program) {
        Set<String> set = draft.variables;
        return switch (program) {
            case "redis", "valkey" ->
                !String.join(" ", draft.words).contains("requirepass")
                        && !set.contains("REDIS_PASSWORD")
                        && !mountsFile(service, ".conf", ".acl");
            case "qdrant" -> !set.contains("QDRANT__SERVICE__API_KEY") && !mountsFile(service, ".yaml", ".yml");
            case "mongo" ->
                !set.contains("MONGO_INITDB_ROOT_PASSWORD") && !set.contains("MONGO_INITDB_ROOT_PASSWORD_FILE");
            case "postgres" -> set.contains("POSTGRES_HOST_AUTH_METHOD");
            default -> set.contains("MYSQL_ALLOW_EMPTY_PASSWORD") || set.contains("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD");
        };
    }

    private static boolean mountsFile(Service service, String... ends) {
        return service.mounts().stream()
                        .map(Mount::target)
                        .anyMatch(path -> List.of(ends).stream().anyMatch(path.value()::endsWith))
                || service.files().stream()
                        .anyMatch(file ->
                                List.of(ends).stream().anyMatch(file.path().value()::endsWith));
    }

    private void required(Draft draft, String program) {
        List<String> required = switch (program) {
            case "directus" -> List.of("KEY", "SECRET");
            case "postgres" ->
                draft.variables.contains("POSTGRES_HOST_AUTH_METHOD") ? List.of() : List.of("POSTGRES_PASSWORD");
            case "n8n" -> List.of("N8N_ENCRYPTION_KEY");
            case "pgadmin4" -> List.of("PGADMIN_DEFAULT_EMAIL", "PGADMIN_DEFAULT_PASSWORD");
            default -> List.of();
        };
        Set<String> missing = new TreeSet<>(required);
        missing.removeIf(name -> draft.variables.contains(name) || draft.variables.contains(name + "_FILE"));
        if (!missing.isEmpty()) {
            findings.add(
                    ComposeCode.VARIABLE_MISSING,
                    draft.address(),
                    draft.line,
                    program + " needs " + String.join(" and ", missing) + ", which the file does not set.",
                    program.equals("n8n")
                            ? "It makes a key of its own inside the container, and with that its stored credentials are lost."
                            : "Without it the container ends again and again, or forgets who was logged in.",
                    "Set it: .environment(\"" + missing.iterator().next() + "\", Secret.generated(\"" + draft.name
                            + "-key\"))");
        }
    }

    private void check(Draft draft, Service service) {
        service.healthCheck().ifPresent(check -> {
            String words = check.command().toString();
            for (String program : List.of("wget", "curl")) {
                if (words.matches("(?s)(.*[\\s;|&(/])?" + program + "\\s.*")) {
                    findings.add(
                            ComposeCode.CHECK_PROGRAM,
                            draft.address(),
                            draft.fields.containsKey("healthcheck")
                                    ? draft.fields.get("healthcheck").line()
                                    : draft.line,
                            "The health check runs " + program + ", which many images lack.",
                            "A service that works is then told to be dead, and what waits for it never starts.",
                            "Try it: docker exec " + draft.engineName + " " + program + " --version");
                }
            }
        });
    }

    /** Lesson 10: a configuration of one's own replaces the image's, which listens on every address. */
    private void configuration(Draft draft, Service service) {
        for (Mount mount : service.mounts()) {
            if (mount.host().isPresent() && mount.target().value().endsWith("postgresql.conf")) {
                Optional<String> text = beside.apply(mount.host().get().value());
                boolean said = text.filter(all -> all.lines()
                                        .anyMatch(line -> line.strip().startsWith("listen_addresses")))
                                .isPresent()
                        || String.join(" ", draft.words).contains("listen_addresses");
                if (!said) {
                    findings.add(
                            ComposeCode.NOBODY_CONNECTS,
                            draft.address(),
                            draft.line,
                            "PostgreSQL is given a configuration file of its own"
                                    + (text.isPresent()
                                            ? " without listen_addresses."
                                            : ", which cannot be read here."),
                            "Without that setting it listens to its own container alone, and nobody can connect.",
                            "Write listen_addresses = '*' into the file.");
                }
            }
        }
    }

    /** Whether everybody reaches a published port of that number. */
    static boolean publishes(Service service, int port) {
        return service.publications().stream().map(Publication::host).anyMatch(host -> host.number() == port);
    }
}
