/** What a driver implements: sessions, one method an operation, lock, journal, undo and probes. */
@NullMarked
package kz.tapbot.runtime.spi;

import org.jspecify.annotations.NullMarked;
