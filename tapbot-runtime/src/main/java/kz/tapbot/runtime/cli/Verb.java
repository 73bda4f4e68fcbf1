package kz.tapbot.runtime.cli;

/** One verb of the command line. */
interface Verb {

    /**
     * Does it. What it throws is told by {@link Failure}.
     *
     * @return how it ended; the result has been written
     */
    ExitCode run(Invocation in);
}
