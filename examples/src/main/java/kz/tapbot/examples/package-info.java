/** Estates declared with Tapbot, each with its tests. */
@NullMarked
package kz.tapbot.examples;

import org.jspecify.annotations.NullMarked;
