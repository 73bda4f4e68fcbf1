package kz.tapbot.runtime.docker.internal.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a registry answered.
 *
 * @param status the status of HTTP
 * @param body at most 8 MiB of it
 * @param link where the next page is, as it was said
 * @param challenge how it wants to be asked
 * @param retryAfter after what time to ask again, as it was said: seconds, or a date
 */
record Answer(int status, String body, Optional<String> link, Optional<String> challenge, Optional<String> retryAfter) {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_BYTES = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** For how long it asks to be left alone, if it is busy and says so (RFC 9110, 10.2.3). */
    Optional<Duration> wait(Instant now) {
        return status == TOO_MANY || status == UNAVAILABLE
                ? retryAfter.flatMap(said -> time(said, now))
                : Optional.empty();
    }

    private static Optional<Duration> time(String said, Instant now) {
        if (said.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(said));
            return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Asks, as whoever the {@code Authorization} is of. The connection is closed with the answer, so that no thread stays to keep it; nowhere else is gone to.
     *
     * @throws IOException if there is none
     */
    static Answer get(URI uri, Optional<String> authorization) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty("Connection", "close");
            authorization.ifPresent(value -> connection.setRequestProperty("Authorization", value));
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
                    Optional.ofNullable(connection.getHeaderField("WWW-Authenticate")),
                    Optional.ofNullable(connection.getHeaderField("Retry-After")));
        } finally {
            connection.disconnect();
        }
    }
}
