/** Encrypted links between servers and who may use them. */
@NullMarked
package kz.tapbot.model.link;

import org.jspecify.annotations.NullMarked;
