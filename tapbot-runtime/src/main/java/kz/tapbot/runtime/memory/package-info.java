/** Simulated servers: the embedded default runtime, and the tool for tests of one's own estate. */
@NullMarked
package kz.tapbot.runtime.memory;

import org.jspecify.annotations.NullMarked;
