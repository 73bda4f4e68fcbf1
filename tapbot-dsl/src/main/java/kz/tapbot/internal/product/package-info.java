/** What is known of products by the images that bring them, where a plain container does not say it. */
@NullMarked
package kz.tapbot.internal.product;

import org.jspecify.annotations.NullMarked;
