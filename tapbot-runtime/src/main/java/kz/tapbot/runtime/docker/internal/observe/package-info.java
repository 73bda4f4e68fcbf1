/** Describes what a real engine has in the attributes of resources. */
@NullMarked
package kz.tapbot.runtime.docker.internal.observe;

import org.jspecify.annotations.NullMarked;
