/** The driver of a container engine that somebody else runs: Docker Engine 20.10 and later, local, by TCP with TLS, or by SSH. */
@NullMarked
package kz.tapbot.runtime.docker;

import org.jspecify.annotations.NullMarked;
