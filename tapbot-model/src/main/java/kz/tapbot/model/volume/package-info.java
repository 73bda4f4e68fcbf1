/** Named storage and the server it lives on. */
@NullMarked
package kz.tapbot.model.volume;

import org.jspecify.annotations.NullMarked;
