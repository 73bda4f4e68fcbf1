/** Day-to-day work with the containers of a real engine: usage, logs, commands, events, releases, clean-up. */
@NullMarked
package kz.tapbot.runtime.docker.internal.daily;

import org.jspecify.annotations.NullMarked;
