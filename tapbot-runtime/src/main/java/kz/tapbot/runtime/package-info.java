/** How reality is brought to a topology. */
@NullMarked
package kz.tapbot.runtime;

import org.jspecify.annotations.NullMarked;
