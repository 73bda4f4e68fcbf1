/** Whose things of a real engine are: labels that Tapbot sets, and what the manifest says of things without any. */
@NullMarked
package kz.tapbot.runtime.docker.internal.mark;

import org.jspecify.annotations.NullMarked;
