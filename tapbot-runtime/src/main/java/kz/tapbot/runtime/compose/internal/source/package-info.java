/** Writes the Java source that declares an imported topology. */
@NullMarked
package kz.tapbot.runtime.compose.internal.source;

import org.jspecify.annotations.NullMarked;
