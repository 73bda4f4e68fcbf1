/** Claims that follow from a topology, and whether the running servers keep them. */
@NullMarked
package kz.tapbot.runtime.prove;

import org.jspecify.annotations.NullMarked;
