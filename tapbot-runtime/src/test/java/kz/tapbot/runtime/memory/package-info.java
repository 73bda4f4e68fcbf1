/** Tests of the simulated servers. */
@NullMarked
package kz.tapbot.runtime.memory;

import org.jspecify.annotations.NullMarked;
