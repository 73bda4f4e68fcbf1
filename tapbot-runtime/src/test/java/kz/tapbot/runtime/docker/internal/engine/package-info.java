/** Tests of single parts of the work on an engine. */
@NullMarked
package kz.tapbot.runtime.docker.internal.engine;

import org.jspecify.annotations.NullMarked;
