/** How a topology is said. */
@NullMarked
package kz.tapbot.dsl;

import org.jspecify.annotations.NullMarked;
