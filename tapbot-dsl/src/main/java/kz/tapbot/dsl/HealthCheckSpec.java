package kz.tapbot.dsl;

import java.time.Duration;

/** The scope of a health check: every 10 seconds, 5 seconds each, 5 retries and 30 seconds to start, unless said otherwise. */
public interface HealthCheckSpec extends Scope<HealthCheckSpec> {

    /** Says the command, which the image must have; it ends with 0 if all is well. */
    HealthCheckSpec command(String program, String... arguments);

    /** Says how often. */
    HealthCheckSpec every(Duration interval);

    /** Says how long one run may take. */
    HealthCheckSpec timeout(Duration timeout);

    /** Says after how many failures it is unhealthy. */
    HealthCheckSpec retries(int failures);

    /** Says how long failures do not count after the start. */
    HealthCheckSpec startPeriod(Duration period);
}
