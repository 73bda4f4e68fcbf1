package kz.tapbot.runtime.spi;

import kz.tapbot.runtime.daily.ServerUsage;

/**
 * What people do with running containers from day to day. Everything a container says comes bounded and made safe to show, see {@link Cleaned}, unless a
 * method says otherwise. Every method throws {@link UnreachableException} once the connection is lost, and {@link OperationFailedException} if the
 * engine refuses.
 */
public interface DailyWork {

    /** What the containers of ours use at the moment. What cannot be told, because it takes too long or the kernel does not count it, is absent. */
    ServerUsage usage();
}
