/** Checks of schedules, and of alerts. */
@NullMarked
package kz.tapbot.validate.internal.schedules;

import org.jspecify.annotations.NullMarked;
