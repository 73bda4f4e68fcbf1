/** The JSON form of a topology: strict reading, stable writing, versioned. */
@NullMarked
package kz.tapbot.model.json;

import org.jspecify.annotations.NullMarked;
