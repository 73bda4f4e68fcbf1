package kz.tapbot.runtime.docker.internal.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import kz.tapbot.runtime.spi.Cleaned;

/** Answers of the engine for which docker-java has no command, or one that asks for more than is wanted. */
public final class RawJson {

    private static final int MOST_BYTES = 16 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RawJson() {}

    /** What the engine answers to a question; nothing if it answers with an error. */
    public static Optional<JsonNode> get(Engine engine, String doing, String path) {
        Answer answer = answer(engine, doing, path);
        return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    /**
     * The same for what may not be there: nothing, then.
     *
     * @throws kz.tapbot.runtime.spi.OperationFailedException with what the engine says, if it answers with another error
     */
    public static Optional<JsonNode> find(Engine engine, String doing, String path) {
        Answer answer = answer(engine, doing, path);
        return answer.status() == 404 ? Optional.empty() : Optional.of(whole(engine, doing, answer));
    }

    /**
     * The same, where there has to be one.
     *
     * @throws kz.tapbot.runtime.spi.OperationFailedException with what the engine says, if it answers with an error
     */
    public static JsonNode demand(Engine engine, String doing, String path) {
        return whole(engine, doing, answer(engine, doing, path));
    }

    private static JsonNode whole(Engine engine, String doing, Answer answer) {
        if (answer.status() != 200) {
            throw engine.failed(
                    doing, Cleaned.line(answer.body().path("message").asText("status " + answer.status())));
        }
        return answer.body();
    }

    private record Answer(int status, JsonNode body) {}

    private static Answer answer(Engine engine, String doing, String path) {
        DockerHttpClient.Request request = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path(path)
                .build();
        return engine.ask(doing, () -> {
            try (DockerHttpClient.Response response = engine.http().execute(request)) {
                byte[] body = response.getBody().readNBytes(MOST_BYTES);
                return new Answer(response.getStatusCode(), JSON.readTree(body));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
