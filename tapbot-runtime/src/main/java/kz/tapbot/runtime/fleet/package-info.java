/** Sessions on all servers of a topology at once, and what is seen through them. */
@NullMarked
package kz.tapbot.runtime.fleet;

import org.jspecify.annotations.NullMarked;
