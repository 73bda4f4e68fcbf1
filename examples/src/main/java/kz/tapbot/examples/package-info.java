/** The main job of the examples. */
@NullMarked
package kz.tapbot.examples;

import org.jspecify.annotations.NullMarked;
