package kz.tapbot.runtime.docker.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Lists the tags of images, from this machine and as nobody in particular: no credentials are read from anywhere. */
public final class Registry {

    private static final int MOST_PAGES = 50;
    private static final int MOST_TAGS = 50_000;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern NEXT = Pattern.compile("<([^>]{1,2000})>\\s*;\\s*rel=\"?next\"?");
    private static final Pattern PARAMETER = Pattern.compile("(realm|service)=\"([^\"]{1,1000})\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Registry() {}

    /**
     * The tags of an image's repository.
     *
     * @throws OperationFailedException if the registry cannot be asked, with why
     */
    public static SortedSet<String> tags(Image image) {
        Repository repository = Repository.of(image);
        try {
            return tags(repository);
        } catch (IOException | URISyntaxException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new OperationFailedException(
                    "The registry " + repository.base().getAuthority()
                            + " cannot be asked for the tags of " + repository.path() + ": "
                            + e.getClass().getSimpleName() + ", " + Cleaned.line(why) + ".");
        }
    }

    private static SortedSet<String> tags(Repository repository) throws IOException, URISyntaxException {
        SortedSet<String> tags = new TreeSet<>();
        Patience patience = new Patience();
        Optional<String> token = Optional.empty();
        URI page = repository.base().resolve("/v2/" + repository.path() + "/tags/list?n=1000");
        for (int i = 0; i < MOST_PAGES && tags.size() < MOST_TAGS; i++) {
            Answer answer = patient(page, token, patience);
            if (answer.status() == UNAUTHORIZED && token.isEmpty()) {
                token = Optional.of(token(answer, repository));
                answer = patient(page, token, patience);
            }
            if (answer.status() != OK) {
                throw new IOException(
                        answer.status() == UNAUTHORIZED
                                ? "it wants a login, and Tapbot has none for it"
                                : "it answers with status " + answer.status());
            }
            JSON.readTree(answer.body()).path("tags").forEach(tag -> {
                if (tags.size() < MOST_TAGS && TAG.matcher(tag.asText()).matches()) {
                    tags.add(tag.asText());
                }
            });
            Optional<URI> next = next(answer, page);
            if (next.isEmpty()) {
                return tags;
            }
            page = next.get();
        }
        return tags;
    }

    /** An answer that is none to wait for. */
    private static Answer patient(URI uri, Optional<String> token, Patience patience) throws IOException {
        while (true) {
            Answer answer = Answer.get(uri, token);
            Optional<Duration> wait = answer.wait(Instant.now());
            if (wait.isEmpty()) {
                return answer;
            }
            if (!patience.allows(wait.get())) {
                throw new IOException(
                        "it answers with status " + answer.status() + "; " + Patience.refusal(wait.get()));
            }
            patience.await(wait.get());
        }
    }

    /** For how long the registry of an image asks to be left alone now; nothing if it does not, or cannot be asked from here. */
    public static Optional<Duration> askedToWait(Image image) {
        Repository repository = Repository.of(image);
        String which = image.digest().orElse(image.tag());
        URI manifest = repository.base().resolve("/v2/" + repository.path() + "/manifests/" + which);
        try {
            Answer answer = Answer.get(manifest, Optional.empty());
            if (answer.status() == UNAUTHORIZED) {
                answer = Answer.get(manifest, Optional.of(token(answer, repository)));
            }
            return answer.wait(Instant.now());
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The next page, if there is one; only of the same registry. */
    private static Optional<URI> next(Answer answer, URI page) throws URISyntaxException {
        Matcher link = NEXT.matcher(answer.link().orElse(""));
        if (!link.find()) {
            return Optional.empty();
        }
        URI next = page.resolve(new URI(link.group(1)));
        boolean same = String.valueOf(next.getAuthority()).equals(page.getAuthority())
                && page.getScheme().equals(next.getScheme())
                && !next.equals(page);
        return same ? Optional.of(next) : Optional.empty();
    }

    /** A token for anybody, from where the registry says (Docker's token authentication). */
    private static String token(Answer answer, Repository repository) throws IOException, URISyntaxException {
        String challenge = answer.challenge().orElse("");
        String realm = "";
        String service = "";
        Matcher parameters = PARAMETER.matcher(challenge);
        while (parameters.find()) {
            realm = parameters.group(1).equals("realm") ? parameters.group(2) : realm;
            service = parameters.group(1).equals("service") ? parameters.group(2) : service;
        }
        boolean safe = realm.startsWith("https://")
                || realm.startsWith("http://")
                        && repository.base().getScheme().equals("http")
                        && String.valueOf(new URI(realm).getHost())
                                .equals(repository.base().getHost());
        if (!challenge.regionMatches(true, 0, "Bearer ", 0, 7) || !safe) {
            throw new IOException("it wants a login, and Tapbot has none for it");
        }
        String scope = "repository:" + repository.path() + ":pull";
        URI uri = new URI(realm + (realm.indexOf('?') < 0 ? "?" : "&") + "service=" + encoded(service) + "&scope="
                + encoded(scope));
        Answer given = Answer.get(uri, Optional.empty());
        JsonNode json = given.status() == OK ? JSON.readTree(given.body()) : JSON.createObjectNode();
        String token = json.path("token").asText(json.path("access_token").asText(""));
        if (token.isEmpty() || !token.matches("[\\x21-\\x7e]{1,16384}")) {
            throw new IOException("it wants a login, and Tapbot has none for it");
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
