/** Tells from what a server says of itself which things are on it, in the attributes of resources and as they are in effect. */
@NullMarked
package kz.tapbot.runtime.host.internal.look;

import org.jspecify.annotations.NullMarked;
