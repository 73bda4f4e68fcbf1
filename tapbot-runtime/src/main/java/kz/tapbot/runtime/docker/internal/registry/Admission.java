package kz.tapbot.runtime.docker.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one is let in by a registry that answered with its conditions: by a token from where it says (the distribution's token authentication), for whoever has a
 * login and for anybody else, or by the login itself.
 *
 * @param repository what is asked for
 * @param credentials the login, if one is declared for this registry
 */
record Admission(Repository repository, Optional<Credentials> credentials) {

    private static final int OK = 200;
    private static final Pattern PARAMETER = Pattern.compile("(realm|service)=\"([^\"]{1,1000})\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What to say in {@code Authorization} from now on.
     *
     * @throws IOException if there is no way in
     */
    String ask(Answer answer) throws IOException, URISyntaxException {
        String challenge = answer.challenge().orElse("");
        if (challenge.regionMatches(true, 0, "Basic", 0, 5) && credentials.isPresent()) {
            return credentials.get().basic();
        }
        if (!challenge.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new IOException(refusal());
        }
        return "Bearer " + token(challenge);
    }

    /** Why it does not let in, and what to do. */
    String refusal() {
        return credentials
                .map(login -> "it refuses the " + login)
                .orElse("it wants a login, and none is declared for it: .registry(\"" + repository.registry()
                        + "\", user, password) in the topology says one");
    }

    private String token(String challenge) throws IOException, URISyntaxException {
        String realm = "";
        String service = "";
        Matcher parameters = PARAMETER.matcher(challenge);
        while (parameters.find()) {
            realm = parameters.group(1).equals("realm") ? parameters.group(2) : realm;
            service = parameters.group(1).equals("service") ? parameters.group(2) : service;
        }
        if (!isSafe(realm)) {
            throw new IOException(refusal());
        }
        String scope = "repository:" + repository.path() + ":pull";
        URI uri = new URI(realm + (realm.indexOf('?') < 0 ? "?" : "&") + "service=" + encoded(service) + "&scope="
                + encoded(scope));
        Answer given = Answer.get(uri, credentials.map(Credentials::basic));
        JsonNode json = given.status() == OK ? JSON.readTree(given.body()) : JSON.createObjectNode();
        String token = json.path("token").asText(json.path("access_token").asText(""));
        if (token.isEmpty() || !token.matches("[\\x21-\\x7e]{1,16384}")) {
            throw new IOException(refusal());
        }
        return token;
    }

    /** Nothing is told to anybody over a line that others can read. */
    private boolean isSafe(String realm) throws URISyntaxException {
        return realm.startsWith("https://")
                || realm.startsWith("http://")
                        && repository.base().getScheme().equals("http")
                        && String.valueOf(new URI(realm).getHost())
                                .equals(repository.base().getHost());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
