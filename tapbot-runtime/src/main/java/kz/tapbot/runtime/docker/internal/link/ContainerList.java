package kz.tapbot.runtime.docker.internal.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.model.Container;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What containers there are, as docker-java's values but not by its command: that logs the whole answer at the level of traces, and with it the command lines and labels
 * of other people's containers, which may hold passwords.
 */
public final class ContainerList {

    private static final String PATH = "/containers/json";
    private static final String STARTING = "{\"health\":[\"starting\"],\"status\":[\"running\"]}";
    private static final ObjectReader CONTAINERS = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerForListOf(Container.class);

    private ContainerList() {}

    /** All of them, stopped ones too. */
    public static List<Container> all(Engine engine) {
        return list(engine, "?all=true");
    }

    /** Those that run. */
    public static List<Container> running(Engine engine) {
        return list(engine, "");
    }

    /** Those that run and have yet to pass their first check. */
    public static List<Container> starting(Engine engine) {
        return list(engine, "?filters=" + URLEncoder.encode(STARTING, StandardCharsets.UTF_8));
    }

    private static List<Container> list(Engine engine, String query) {
        try {
            return CONTAINERS.readValue(
                    RawJson.demand(engine, "Listing containers", PATH + query).traverse());
        } catch (JsonProcessingException e) {
            throw engine.lost(e);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
