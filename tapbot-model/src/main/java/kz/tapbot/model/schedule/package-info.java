/** When something recurs. */
@NullMarked
package kz.tapbot.model.schedule;

import org.jspecify.annotations.NullMarked;
