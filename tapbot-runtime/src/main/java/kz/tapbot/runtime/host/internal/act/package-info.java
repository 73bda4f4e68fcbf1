/** Performs operations on a real server. */
@NullMarked
package kz.tapbot.runtime.host.internal.act;

import org.jspecify.annotations.NullMarked;
