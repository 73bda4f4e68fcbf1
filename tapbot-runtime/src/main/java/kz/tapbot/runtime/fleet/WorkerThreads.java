package kz.tapbot.runtime.fleet;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes daemon threads for an executor and waits for their very end. An executor that has terminated has only taken them off its list: they may live on for a
 * moment.
 */
public final class WorkerThreads implements ThreadFactory {

    private final String prefix;
    private final AtomicInteger next = new AtomicInteger(1);
    private final Queue<Thread> made = new ConcurrentLinkedQueue<>();

    /** Threads that are named with the prefix and a number. */
    public WorkerThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, prefix + "-" + next.getAndIncrement());
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    }

    /**
     * Waits until all of them are gone. An interrupt does not shorten it, and stays set.
     *
     * @return whether they were gone in time
     */
    public boolean join(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        boolean gone = true;
        for (Thread thread : made) {
            while (thread.isAlive() && System.nanoTime() < end) {
                try {
                    thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            gone &= !thread.isAlive();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return gone;
    }
}
