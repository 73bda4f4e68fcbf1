/** How servers are reached from the machine that runs Tapbot, for all drivers that do: by SSH as their topology declares it, and by a knock at a port. */
@NullMarked
package kz.tapbot.runtime.internal.access;

import org.jspecify.annotations.NullMarked;
