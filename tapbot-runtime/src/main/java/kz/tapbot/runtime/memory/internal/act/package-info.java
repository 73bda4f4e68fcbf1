/** Performs operations on a simulated server. */
@NullMarked
package kz.tapbot.runtime.memory.internal.act;

import org.jspecify.annotations.NullMarked;
