/** The connection to a server and Tapbot's program there: operations go in as frames, and what it says comes back with limits. */
@NullMarked
package kz.tapbot.runtime.host.internal.link;

import org.jspecify.annotations.NullMarked;
