package kz.tapbot.dsl.internal;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.value.Command;

/**
 * A health check whose command may still be missing.
 *
 * @param opened whether a scope was opened for it at all
 * @param cut whether that scope ended early
 * @param command whether the command of the check was said
 * @param check the check with what was said so far
 */
record HealthDraft(boolean opened, boolean cut, boolean command, HealthCheck check) {

    static final HealthDraft NONE = new HealthDraft(false, false, false, HealthCheck.of(Command.of("none")));

    HealthDraft open() {
        return new HealthDraft(true, cut, command, check);
    }

    HealthDraft cut(boolean early) {
        return new HealthDraft(opened, cut || early, command, check);
    }

    HealthDraft command(Command said) {
        return new HealthDraft(
                opened,
                cut,
                true,
                new HealthCheck(said, check.interval(), check.timeout(), check.retries(), check.startPeriod()));
    }

    HealthDraft every(Duration interval) {
        return with(new HealthCheck(check.command(), interval, check.timeout(), check.retries(), check.startPeriod()));
    }

    HealthDraft timeout(Duration timeout) {
        return with(new HealthCheck(check.command(), check.interval(), timeout, check.retries(), check.startPeriod()));
    }

    HealthDraft retries(int retries) {
        return with(new HealthCheck(check.command(), check.interval(), check.timeout(), retries, check.startPeriod()));
    }

    HealthDraft startPeriod(Duration period) {
        return with(new HealthCheck(check.command(), check.interval(), check.timeout(), check.retries(), period));
    }

    private HealthDraft with(HealthCheck changed) {
        return new HealthDraft(opened, cut, command, changed);
    }

    Optional<HealthCheck> complete(Estate estate, Notes notes) {
        if (opened && !command && !cut) {
            DeclaredAt at = notes.of("healthCheck");
            estate.report(
                    DslCode.INCOMPLETE,
                    notes.address(),
                    "A health check without a command checks nothing.\nName a program that the image really has:\n"
                            + "    .healthCheck(h -> h.command(\"pg_isready\", \"-h\", \"127.0.0.1\"))",
                    at == null ? notes.declared() : at);
        }
        return command ? Optional.of(check) : Optional.empty();
    }
}
