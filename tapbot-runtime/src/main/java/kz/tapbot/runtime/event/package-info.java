/** Typed progress events and the listener. */
@NullMarked
package kz.tapbot.runtime.event;

import org.jspecify.annotations.NullMarked;
