/** Reads what runs on an engine, whoever brought it up, as the Compose file that would bring up the same. */
@NullMarked
package kz.tapbot.runtime.docker.internal.survey;

import org.jspecify.annotations.NullMarked;
