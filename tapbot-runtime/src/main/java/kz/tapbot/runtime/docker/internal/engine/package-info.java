/** Operations on a real engine. */
@NullMarked
package kz.tapbot.runtime.docker.internal.engine;

import org.jspecify.annotations.NullMarked;
