/** The driver of a container engine that somebody else runs: Docker Engine 20.10 and later, local or by TCP with TLS. */
@NullMarked
package kz.tapbot.runtime.docker;

import org.jspecify.annotations.NullMarked;
