/** What people know of and accept, so that nobody has to be told of it again. */
@NullMarked
package kz.tapbot.model.acknowledgement;

import org.jspecify.annotations.NullMarked;
