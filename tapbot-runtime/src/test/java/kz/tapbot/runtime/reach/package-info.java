/** The answers about reachability on paper, held against simulated servers and against real ones. */
@NullMarked
package kz.tapbot.runtime.reach;

import org.jspecify.annotations.NullMarked;
