/** Asks image registries by their HTTP API version 2 (OCI distribution specification). */
@NullMarked
package kz.tapbot.runtime.docker.internal.registry;

import org.jspecify.annotations.NullMarked;
