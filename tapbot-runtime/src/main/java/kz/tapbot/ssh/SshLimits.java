package kz.tapbot.ssh;

import java.time.Duration;

/**
 * How long each step may take. A zero is not allowed: every step has an end.
 *
 * @param connect until the server is reached and its host key is checked
 * @param login until the login is accepted or refused
 * @param step until a channel is open or a command is started
 * @param write until the network takes one write; then the connection is cut
 * @param keepAlive between two questions whether the server is there, in whole seconds
 * @param unanswered how many of these may stay unanswered; one more, and the connection is cut
 */
public record SshLimits(
        Duration connect, Duration login, Duration step, Duration write, Duration keepAlive, int unanswered) {

    /** Checks that there are limits. */
    public SshLimits {
        for (Duration each : new Duration[] {connect, login, step, write, keepAlive}) {
            if (each.isNegative() || each.isZero() || each.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("not between 0 and 1 day: " + each);
            }
        }
        if (keepAlive.toMillis() % 1000 != 0) {
            throw new IllegalArgumentException("keepAlive is not in whole seconds: " + keepAlive);
        }
        if (unanswered < 1) {
            throw new IllegalArgumentException("unanswered is below 1: " + unanswered);
        }
    }

    /** 15 s to connect, 20 s to log in, 20 s a step, 20 s a write, asked every 10 s: a dead link is noticed in 30 s at most. */
    public static SshLimits standard() {
        return new SshLimits(
                Duration.ofSeconds(15),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                2);
    }
}
