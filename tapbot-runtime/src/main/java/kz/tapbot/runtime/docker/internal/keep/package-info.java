/** What Tapbot keeps on an engine for itself: a small running container with a volume for key, journal, secrets and files, and the lock. */
@NullMarked
package kz.tapbot.runtime.docker.internal.keep;

import org.jspecify.annotations.NullMarked;
