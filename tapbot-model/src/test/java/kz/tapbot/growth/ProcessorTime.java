package kz.tapbot.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The time of the processor that work takes in its own thread, so that whatever else the machine does counts for nothing. */
public final class ProcessorTime {

    private static final int ROUNDS = 5;

    private ProcessorTime() {}

    /** Nanoseconds of one run. */
    public static long of(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - before;
    }

    /** Nanoseconds of the quickest of a few runs. */
    public static long least(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            least = Math.min(least, of(work));
        }
        return least;
    }
}
