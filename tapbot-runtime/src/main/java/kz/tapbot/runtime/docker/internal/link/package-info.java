/** The connection to a real engine, and what its errors mean. */
@NullMarked
package kz.tapbot.runtime.docker.internal.link;

import org.jspecify.annotations.NullMarked;
