package kz.tapbot.runtime.docker.internal.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
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

/** Lists the tags of images, from this machine: as nobody in particular, or as whom the declaration names. No credentials are read from anywhere else. */
public final class Registry {

    private static final int MOST_PAGES = 50;
    private static final int MOST_TAGS = 50_000;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern NEXT = Pattern.compile("<([^>]{1,2000})>\\s*;\\s*rel=\"?next\"?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Registry() {}

    /**
     * The tags of an image's repository.
     *
     * @throws OperationFailedException if the registry cannot be asked, with why
     */
    public static SortedSet<String> tags(Image image, Optional<Credentials> credentials) {
        Repository repository = Repository.of(image);
        try {
            return tags(new Admission(repository, credentials));
        } catch (IOException | URISyntaxException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new OperationFailedException(
                    "The registry " + repository.base().getAuthority()
                            + " cannot be asked for the tags of " + repository.path() + ": "
                            + e.getClass().getSimpleName() + ", " + Cleaned.line(why) + ".");
        }
    }

    private static SortedSet<String> tags(Admission admission) throws IOException, URISyntaxException {
        Repository repository = admission.repository();
        SortedSet<String> tags = new TreeSet<>();
        Patience patience = new Patience();
        Optional<String> authorization = Optional.empty();
        URI page = repository.base().resolve("/v2/" + repository.path() + "/tags/list?n=1000");
        for (int i = 0; i < MOST_PAGES && tags.size() < MOST_TAGS; i++) {
            Answer answer = patient(page, authorization, patience);
            if (answer.status() == UNAUTHORIZED && authorization.isEmpty()) {
                authorization = Optional.of(admission.ask(answer));
                answer = patient(page, authorization, patience);
            }
            if (answer.status() != OK) {
                throw new IOException(
                        answer.status() == UNAUTHORIZED
                                ? admission.refusal()
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
    private static Answer patient(URI uri, Optional<String> authorization, Patience patience) throws IOException {
        while (true) {
            Answer answer = Answer.get(uri, authorization);
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
    public static Optional<Duration> askedToWait(Image image, Optional<Credentials> credentials) {
        Repository repository = Repository.of(image);
        String which = image.digest().orElse(image.tag());
        URI manifest = repository.base().resolve("/v2/" + repository.path() + "/manifests/" + which);
        try {
            Answer answer = Answer.get(manifest, Optional.empty());
            if (answer.status() == UNAUTHORIZED) {
                answer = Answer.get(manifest, Optional.of(new Admission(repository, credentials).ask(answer)));
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
}
