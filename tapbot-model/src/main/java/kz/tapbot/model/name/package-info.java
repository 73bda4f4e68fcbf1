/** Typed names, references between declarations, and the address that every message prints. */
@NullMarked
package kz.tapbot.model.name;

import org.jspecify.annotations.NullMarked;
