package kz.tapbot.runtime.daily;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a container uses at the moment.
 *
 * @param cpuPercent of one processor, so that a container on two of them can use 200
 * @param memory bytes that it holds, without what the kernel could take back from its file cache
 * @param memoryLimit bytes that it may hold, if it has a limit
 * @param disk bytes that it wrote outside of its volumes
 */
public record Usage(OptionalDouble cpuPercent, OptionalLong memory, OptionalLong memoryLimit, OptionalLong disk) {

    /** Nothing is known, for a container that does not run. */
    public static final Usage UNKNOWN =
            new Usage(OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
