package kz.tapbot.runtime.compose.internal.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** What is wrong with labels for Traefik, and with Traefik itself. */
final class ProxyMistakes {

    private static final String ROUTER = "traefik.http.routers.";
    private static final String MIDDLEWARE = "traefik.http.middlewares.";

    private final Findings findings;
    private final Stores stores;
    private final List<Draft> drafts;

    ProxyMistakes(Findings findings, Stores stores, List<Draft> drafts) {
        this.findings = findings;
        this.stores = stores;
        this.drafts = drafts;
    }

    void tell(Draft draft, Service service) {
        network(draft);
        rules(draft);
        common(draft, service);
        if (isServed(draft)
                && service.mounts().stream()
                        .anyMatch(mount -> mount.host()
                                .filter(path -> path.value().endsWith("docker.sock"))
                                .isPresent())) {
            findings.add(
                    ComposeCode.SOCKET_SERVED,
                    draft.address(),
                    draft.line,
                    "The engine's socket is mounted into a container whose pages a proxy serves to others.",
                    "Whoever takes over this container is root on the server; read-only makes no difference, as the API is not a file.",
                    "Remove the mount, or let only administrators' addresses reach its pages.");
        }
        if (Mistakes.program(service).equals("traefik")) {
            challenge(draft, service);
        }
    }

    /** Whether a proxy is told to serve it. */
    static boolean isServed(Draft draft) {
        return draft.labels.keySet().stream()
                        .anyMatch(name ->
                                lower(name).startsWith(ROUTER) && lower(name).endsWith(".rule"))
                && !draft.labels
                        .getOrDefault("traefik.enable", new Values.Said("", "true", false, 0))
                        .text()
                        .equals("false");
    }

    /** Whether one of the middlewares before it asks for a login. */
    static boolean asksForLogin(Draft draft, List<Draft> all) {
        for (Map.Entry<String, Values.Said> label : draft.labels.entrySet()) {
            if (lower(label.getKey()).startsWith(ROUTER)
                    && lower(label.getKey()).endsWith(".middlewares")) {
                for (String name : label.getValue().text().split(",", -1)) {
                    String plain = lower(name.strip().replaceFirst("@.*$", ""));
                    boolean elsewhere = name.contains("@file") && plain.contains("auth");
                    if (elsewhere || all.stream().anyMatch(other -> defines(other, plain))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean defines(Draft draft, String middleware) {
        return draft.labels.keySet().stream()
                .map(ProxyMistakes::lower)
                .anyMatch(name -> name.matches(java.util.regex.Pattern.quote(MIDDLEWARE + middleware)
                        + "\\.(basicauth|digestauth|forwardauth|ipallowlist|ipwhitelist)\\..*"));
    }

    /** Lesson 5: the label names a network as the file does, and the engine knows it by another name. */
    private void network(Draft draft) {
        Values.Said said = draft.labels.get("traefik.docker.network");
        if (said == null) {
            return;
        }
        Set<String> joined = new TreeSet<>();
        Service service = draft.service();
        stores.networksOnEngine().forEach((key, onEngine) -> {
            boolean member = service.networks().stream()
                    .anyMatch(attachment -> stores.isCalled(attachment.network().network(), key));
            if (member) {
                joined.add(onEngine);
            }
        });
        if (!joined.contains(said.text())) {
            findings.add(
                    ComposeCode.PROXY_NETWORK,
                    draft.address(),
                    said.line(),
                    "The label traefik.docker.network names " + InvalidValueException.show(said.text())
                            + ", and the engine knows the service's networks as " + joined + ".",
                    "Traefik finds no address of the service there and answers 502.",
                    "Give the network that name (\"name:\"), or write the name that the engine knows.");
        }
    }

    /** Lesson 7: what Traefik serves is on a network with it. */
    private void common(Draft draft, Service service) {
        for (Draft proxy : drafts) {
            Service traefik = proxy.service();
            boolean apart = proxy != draft
                    && Mistakes.program(traefik).equals("traefik")
                    && isServed(draft)
                    && service.networks().stream()
                            .map(Attachment::network)
                            .noneMatch(network -> traefik.networks().stream()
                                    .map(Attachment::network)
                                    .anyMatch(network::equals));
            if (apart) {
                findings.add(
                        ComposeCode.PROXY_NETWORK,
                        draft.address(),
                        draft.line,
                        "Labels let " + traefik.name() + " serve it, and both have no network in common.",
                        "The proxy cannot reach it and answers 502 or 504.",
                        "Let it join a network of " + traefik.name() + ".");
            }
        }
    }

    /** Lesson 14: Traefik 3 reads these rules without a word and never matches. */
    private void rules(Draft draft) {
        boolean second = drafts.stream()
                .map(Draft::service)
                .filter(service -> Mistakes.program(service).equals("traefik"))
                .anyMatch(service -> service.image().tag().matches("v?[12](\\..*)?"));
        draft.labels.forEach((name, said) -> {
            String rule = said.text();
            boolean isRule = lower(name).startsWith(ROUTER) && lower(name).endsWith(".rule");
            boolean old = isRule
                            && (rule.contains("Regexp(`{")
                                    || rule.matches("(?s).*\\{[a-z]*:.*")
                                    || rule.matches("(?s).*(Host|Path|PathPrefix|Method)\\(`[^`]*`\\s*,.*")
                                    || rule.matches("(?s).*\\b(HostHeader|Headers|HeadersRegexp)\\(.*"))
                    || lower(name).startsWith(MIDDLEWARE) && lower(name).contains(".ipwhitelist.");
            if (old && !second) {
                findings.add(
                        ComposeCode.RULE_SYNTAX,
                        draft.address(),
                        said.line(),
                        "The label " + InvalidValueException.show(name) + " is written for Traefik 2.",
                        "Traefik 3 takes it, and it never matches: a redirect or a wall that is not there.",
                        "Write HostRegexp(`^.+$`) for HostRegexp(`{host:.+}`), Host(`a`) || Host(`b`) for Host(`a`, `b`), and"
                                + " ipallowlist for ipwhitelist.");
            }
        });
    }

    /** Lesson 9. */
    private void challenge(Draft draft, Service service) {
        String words = lower(String.join(" ", draft.words));
        int port = words.contains("httpchallenge") ? 80 : words.contains("tlschallenge") ? 443 : 0;
        if (port > 0 && !Mistakes.publishes(service, port)) {
            findings.add(
                    ComposeCode.NO_CHALLENGE,
                    draft.address(),
                    draft.line,
                    "Certificates are asked for by a challenge on port " + port + ", which is not published.",
                    "The issuer cannot reach it, no certificate comes, and retries hit its rate limit.",
                    "Publish it: .publishes(Port.tcp(" + port + "))");
        }
        if (words.contains("--api.insecure=true")
                || words.contains("--api.insecure ")
                || words.endsWith("--api.insecure")) {
            findings.add(
                    ComposeCode.NO_LOGIN,
                    draft.address(),
                    draft.line,
                    "Traefik shows its dashboard on port 8080 without a login (--api.insecure).",
                    "Whoever reaches the port sees every route of the server.",
                    "Take the option away, and serve the dashboard by a route with a login.");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
