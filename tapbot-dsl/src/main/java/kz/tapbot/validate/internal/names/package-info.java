/** Checks of names, references, and what is never referred to. */
@NullMarked
package kz.tapbot.validate.internal.names;

import org.jspecify.annotations.NullMarked;
