/** How servers are reached by SSH as their topology declares it, for all drivers that do. */
@NullMarked
package kz.tapbot.runtime.internal.access;

import org.jspecify.annotations.NullMarked;
