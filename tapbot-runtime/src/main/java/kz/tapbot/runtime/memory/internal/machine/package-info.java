/** A simulated server as a whole: host, engine, what Tapbot keeps on it, ownership, time and faults. */
@NullMarked
package kz.tapbot.runtime.memory.internal.machine;

import org.jspecify.annotations.NullMarked;
