/** Finds the line of the user's code that said something. */
@NullMarked
package kz.tapbot.dsl.internal.caller;

import org.jspecify.annotations.NullMarked;
