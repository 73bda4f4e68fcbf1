/** Answers what is reached from where on simulated servers. */
@NullMarked
package kz.tapbot.runtime.memory.internal.probe;

import org.jspecify.annotations.NullMarked;
