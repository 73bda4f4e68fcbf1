/** What Tapbot keeps on a server for itself: whose things are, lock, journal, secrets, key, and changes that wait to be confirmed. */
@NullMarked
package kz.tapbot.runtime.host.internal.keep;

import org.jspecify.annotations.NullMarked;
