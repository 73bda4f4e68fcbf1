package kz.tapbot.runtime.docker.internal.probe;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/**
 * What a visitor without a login is answered under a host name: asked from the machine that runs Tapbot, on ports 80 and 443 of the server, whatever the
 * name leads to elsewhere. Redirections are followed as long as they stay with the name.
 */
final class Visits {

    private static final int MOST_REDIRECTIONS = 5;

    private static final Pattern LOGIN_PATH =
            Pattern.compile("(^|[/._?&=-])(log-?in|sign-?in|auth|oauth2?|authorize|sso)([/._?&=-]|$)");
    private static final Pattern PASSWORD_FIELD = Pattern.compile("type\\s*=\\s*[\"']?password");
    private static final Pattern UNSEEN = Pattern.compile("(?s)<(script|style|head|noscript|template)\\b.*?</\\1\\s*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

    private final Server server;
    private final WebRequest web;

    /** Of what that server serves. */
    Visits(Server server) {
        this.server = server;
        this.web = new WebRequest(server.host());
    }

    ProbeResult visit(Probe.Visit probe) {
        ProbeResult seen = follow(probe.host().value(), probe.path());
        boolean answered = seen.outcome() == Outcome.OPEN || seen.outcome() == Outcome.LOGIN;
        if (answered && isWalled(probe)) {
            return unknown(seen.detail() + "; this machine may have one of the addresses that it is open to");
        }
        return seen;
    }

    private boolean isWalled(Probe.Visit probe) {
        return server.services().stream()
                .flatMap(service -> service.routes().stream())
                .anyMatch(route -> route.host().equals(probe.host())
                        && route.path().equals(probe.path())
                        && !route.openTo().isEmpty());
    }

    private ProbeResult follow(String host, String first) {
        boolean secure = false;
        String path = first;
        for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
            Optional<WebAnswer> answer;
            try {
                answer = WebAnswer.parse(web.get(secure, host, path));
            } catch (IOException e) {
                if (!secure) {
                    secure = true; // only the secure port is open
                    continue;
                }
                return closed(host + " is not answered: " + Cleaned.line(String.valueOf(e.getMessage())));
            }
            if (answer.isEmpty()) {
                return closed(host + " is not answered in HTTP");
            }
            Optional<URI> next = redirection(answer.get(), secure, host, path);
            if (next.isEmpty()) {
                return judge(answer.get(), host + path);
            }
            Optional<ProbeResult> end = end(next.get(), host);
            if (end.isPresent()) {
                return end.get();
            }
            secure = "https".equals(next.get().getScheme());
            path = path(next.get());
        }
        return unknown(host + " leads from one page to another without an end");
    }

    /** Whether a redirection is an answer already. */
    private static Optional<ProbeResult> end(URI next, String host) {
        String where = (next.getRawPath() == null ? "" : next.getRawPath()) + "?"
                + (next.getRawQuery() == null ? "" : next.getRawQuery());
        if (LOGIN_PATH.matcher(where.toLowerCase(Locale.ROOT)).find()) {
            return Optional.of(
                    new ProbeResult(Outcome.LOGIN, host + " leads to a login at " + Cleaned.line(path(next))));
        }
        if (!host.equalsIgnoreCase(next.getHost())) {
            return Optional.of(unknown(host + " leads to " + Cleaned.line(String.valueOf(next.getHost()))));
        }
        return Optional.empty();
    }

    private static Optional<URI> redirection(WebAnswer answer, boolean secure, String host, String path) {
        if (answer.status() < 300 || answer.status() > 399) {
            return Optional.empty();
        }
        try {
            URI here = URI.create((secure ? "https://" : "http://") + host + path);
            return answer.header("Location").map(here::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** A page that its script draws does not tell whether it will ask for a login. */
    static ProbeResult judge(WebAnswer answer, String what) {
        String said = what + " is answered with " + answer.line();
        if (answer.status() == 401) {
            return new ProbeResult(Outcome.LOGIN, said);
        }
        if (answer.status() == 403 || answer.status() == 404 || answer.status() >= 500) {
            return closed(said);
        }
        if (answer.status() >= 300) {
            return unknown(said);
        }
        String page = answer.body().toLowerCase(Locale.ROOT);
        if (PASSWORD_FIELD.matcher(page).find()) {
            return new ProbeResult(Outcome.LOGIN, what + " shows a field for a password");
        }
        String text =
                TAG.matcher(UNSEEN.matcher(page).replaceAll("")).replaceAll("").strip();
        if (page.contains("<script") && text.isEmpty()) {
            return unknown(
                    what + " shows a page that its script draws, which does not tell whether it asks for a login");
        }
        return new ProbeResult(Outcome.OPEN, said + " without a login");
    }

    private static ProbeResult closed(String why) {
        return new ProbeResult(Outcome.CLOSED, why);
    }

    private static ProbeResult unknown(String why) {
        return new ProbeResult(Outcome.UNKNOWN, why);
    }
}
