/** What day-to-day work asks of a server and is answered: usage, log lines, events, releases, leftovers. Values alone. */
@NullMarked
package kz.tapbot.runtime.daily;

import org.jspecify.annotations.NullMarked;
