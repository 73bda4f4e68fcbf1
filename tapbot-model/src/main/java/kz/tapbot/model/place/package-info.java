/** Where in the user's source a declaration or a setting was made. Never part of equality. */
@NullMarked
package kz.tapbot.model.place;

import org.jspecify.annotations.NullMarked;
