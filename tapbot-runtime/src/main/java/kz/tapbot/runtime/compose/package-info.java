/** Compose both ways: renders servers as Compose files, and reads a Compose file into a topology and its Java source. Pure. */
@NullMarked
package kz.tapbot.runtime.compose;

import org.jspecify.annotations.NullMarked;
