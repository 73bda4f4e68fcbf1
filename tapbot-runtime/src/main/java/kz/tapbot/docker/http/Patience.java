package kz.tapbot.docker.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an answer may take. The Engine API does not say it in a request, so it is read off the path: an ordinary answer
 * is there soon or never; a stream starts soon and lasts; work such as a pull shows its first byte when it likes.
 *
 * @param head until the head of the answer is complete; zero means no limit
 * @param body between two bytes of the body; zero means no limit
 */
record Patience(Duration head, Duration body) {

    private static final Pattern VERSION = Pattern.compile("^/v[0-9]+\\.[0-9]+(?=/)");
    private static final Pattern STREAM = Pattern.compile(
            "/events|/exec/[^/]+/start|/containers/[^/]+/(attach|logs|stats|wait)|/(services|tasks)/[^/]+/logs");
    private static final Pattern WORK = Pattern.compile("/build|/build/prune|/commit|/session|/grpc|/system/df"
            + "|/images/(create|load|get|prune)|/images/.+/(push|get)|/plugins/.+"
            + "|/containers/prune|/containers/[^/]+/(archive|export|copy)|/(volumes|networks)/prune|/swarm/.+");
    private static final Pattern STOP = Pattern.compile("/containers/[^/]+/(stop|restart)");
    private static final Pattern SECONDS_TO_STOP = Pattern.compile("[?&]t=([0-9]{1,7})(&|$)");

    /** For a request with this target, given the limit for an ordinary answer. */
    static Patience with(String target, Duration limit) {
        String path = VERSION.matcher(pathOf(target)).replaceFirst("");
        if (WORK.matcher(path).matches()) {
            return new Patience(Duration.ZERO, Duration.ZERO);
        }
        if (STREAM.matcher(path).matches()) {
            return new Patience(limit, Duration.ZERO);
        }
        if (STOP.matcher(path).matches() && !limit.isZero()) {
            Matcher seconds = SECONDS_TO_STOP.matcher(target);
            // Without it the container's own time counts, which only the engine knows.
            Duration head = seconds.find() ? limit.plusSeconds(Long.parseLong(seconds.group(1))) : Duration.ZERO;
            return new Patience(head, limit);
        }
        return new Patience(limit, limit);
    }

    /** Without the query, which may hold what is secret. */
    static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
