/** The simulated container engine: networks, volumes, images, containers and their health. */
@NullMarked
package kz.tapbot.runtime.memory.internal.engine;

import org.jspecify.annotations.NullMarked;
