/** Walks a plan: steps in their order, undo when one fails, journal, events and a report; it decides nothing. */
@NullMarked
package kz.tapbot.runtime.apply;

import org.jspecify.annotations.NullMarked;
