package kz.tapbot.runtime.cli;

/** How a command ends, for scripts. Documented in {@code docs/cli.md}. */
public enum ExitCode {
    /** What was asked for is done. */
    DONE(0),
    /** A mistake in Tapbot itself. */
    INTERNAL(1),
    /** There is something to change, or drift; only with {@code --detailed-exitcode}. */
    DIFFERENT(2),
    /** The command line cannot be understood, or the topology, a file or a secret cannot be used. Nothing was changed. */
    INVALID(3),
    /** A rule forbids it: the plan has errors and was refused, or a claim does not hold on the running servers. */
    RULE_VIOLATED(4),
    /** A server is not reached or refuses the login. */
    UNREACHABLE(5),
    /** Something failed, and wherever it did the state before is there again. */
    ROLLED_BACK(6),
    /** Something failed, and not everything could be rolled back: look at the report. */
    NOT_ROLLED_BACK(7),
    /** Nobody confirmed, what was confirmed is stale, or the run was cancelled. */
    NOT_CONFIRMED(8),
    /** Something took longer than its limit. */
    TIMED_OUT(9),
    /** Somebody else works on a server. Nothing was changed. */
    LOCKED(10),
    /** A command that was run in a container ended with another status than 0; which, is told. */
    COMMAND_FAILED(11);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    public int number() {
        return number;
    }
}
