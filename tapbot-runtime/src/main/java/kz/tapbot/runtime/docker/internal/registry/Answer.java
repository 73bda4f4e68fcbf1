package kz.tapbot.runtime.docker.internal.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What a registry answered.
 *
 * @param status the status of HTTP
 * @param body at most 8 MiB of it
 * @param link where the next page is, as it was said
 * @param challenge how it wants to be asked
 */
record Answer(int status, String body, Optional<String> link, Optional<String> challenge) {

    private static final int MOST_BYTES = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * Asks. The connection is closed with the answer, so that no thread stays to keep it; nowhere else is gone to.
     *
     * @throws IOException if there is none
     */
    static Answer get(URI uri, Optional<String> token) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Connection", "close");
            token.ifPresent(value -> connection.setRequestProperty("Authorization", "Bearer " + value));
            int status = connection.getResponseCode();
            InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            byte[] body = stream == null ? new byte[0] : stream.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new IOException("its answer has more than 8 MiB");
            }
            return new Answer(
                    status,
                    new String(body, StandardCharsets.UTF_8),
                    Optional.ofNullable(connection.getHeaderField("Link")),
                    Optional.ofNullable(connection.getHeaderField("WWW-Authenticate")));
        } finally {
            connection.disconnect();
        }
    }
}
