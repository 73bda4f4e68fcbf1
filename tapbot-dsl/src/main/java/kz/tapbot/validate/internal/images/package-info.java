/** What is known of an image, and a declaration of it goes against: where its data lies, what its program needs, which of its settings do harm. */
@NullMarked
package kz.tapbot.validate.internal.images;

import org.jspecify.annotations.NullMarked;
