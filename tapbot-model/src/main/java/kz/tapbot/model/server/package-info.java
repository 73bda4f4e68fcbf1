/** Machines: size, system, provider, access, and everything that lives on them. */
@NullMarked
package kz.tapbot.model.server;

import org.jspecify.annotations.NullMarked;
