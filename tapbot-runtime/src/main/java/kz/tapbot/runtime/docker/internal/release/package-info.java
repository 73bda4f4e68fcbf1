/** The releases of services that are kept on a real engine: what they were, and their images. */
@NullMarked
package kz.tapbot.runtime.docker.internal.release;

import org.jspecify.annotations.NullMarked;
