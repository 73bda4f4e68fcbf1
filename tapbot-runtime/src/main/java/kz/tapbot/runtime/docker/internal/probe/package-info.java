/** Answers what is reached from where on a real engine. */
@NullMarked
package kz.tapbot.runtime.docker.internal.probe;

import org.jspecify.annotations.NullMarked;
