package kz.tapbot.docker.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.net.ProtocolException;

/** Which version of the API to speak: GET /version, which has none in its path. */
final class VersionQuestion {

    /** Docker Engine 20.10, of Debian 12. */
    private static final RemoteApiVersion OLDEST = RemoteApiVersion.VERSION_1_41;

    /** The newest that docker-java 3.7 has a name for. */
    private static final RemoteApiVersion NEWEST = RemoteApiVersion.VERSION_1_44;

    private static final int MOST_BYTES = 1 << 20;

    private VersionQuestion() {}

    static RemoteApiVersion ask(ChannelHttpClient http) {
        Request request =
                Request.builder().method(Request.Method.GET).path("/version").build();
        try (Response response = http.execute(request)) {
            if (response.getStatusCode() != 200) {
                throw new ProtocolException("it answers GET /version with status " + response.getStatusCode());
            }
            byte[] body = response.getBody().readNBytes(MOST_BYTES);
            JsonNode answer = new EngineConfig(OLDEST).getObjectMapper().readTree(body);
            return choose(version(answer, "ApiVersion"), version(answer, "MinAPIVersion"));
        } catch (JsonProcessingException e) {
            throw http.failure(new ProtocolException("it answers GET /version with something that is no JSON"));
        } catch (IOException e) {
            throw http.failure(e);
        }
    }

    private static RemoteApiVersion version(JsonNode answer, String field) throws ProtocolException {
        String text = answer.path(field).asText("");
        if (!text.matches("1\\.[1-9][0-9]{0,3}")) {
            throw new ProtocolException("it answers GET /version without a version in " + field);
        }
        return RemoteApiVersion.parseConfig(text);
    }

    private static RemoteApiVersion choose(RemoteApiVersion newest, RemoteApiVersion oldest) throws ProtocolException {
        if (OLDEST.isGreater(newest) || oldest.isGreater(NEWEST)) {
            throw new ProtocolException("it speaks the API from " + oldest.asWebPathPart() + " to "
                    + newest.asWebPathPart() + ", but " + OLDEST.asWebPathPart() + " to " + NEWEST.asWebPathPart()
                    + " is what can be spoken here; " + OLDEST.asWebPathPart() + " came with Docker Engine 20.10");
        }
        return newest.isGreater(NEWEST) ? NEWEST : newest;
    }
}
