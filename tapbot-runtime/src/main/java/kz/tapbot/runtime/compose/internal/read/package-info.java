/** Reads the tree of a Compose file into a topology, and tells what cannot be carried over and what is wrong with it. */
@NullMarked
package kz.tapbot.runtime.compose.internal.read;

import org.jspecify.annotations.NullMarked;
