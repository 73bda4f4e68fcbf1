/** Says the container side of a server as a Compose file, and what Compose cannot say. */
@NullMarked
package kz.tapbot.runtime.compose.internal.write;

import org.jspecify.annotations.NullMarked;
