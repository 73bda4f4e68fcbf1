/** Reads a server that somebody has set up into a topology that can be judged. */
@NullMarked
package kz.tapbot.runtime.host.internal.survey;

import org.jspecify.annotations.NullMarked;
