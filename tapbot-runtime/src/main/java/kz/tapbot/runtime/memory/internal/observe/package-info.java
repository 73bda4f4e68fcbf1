/** Describes a simulated server in the attributes of resources. */
@NullMarked
package kz.tapbot.runtime.memory.internal.observe;

import org.jspecify.annotations.NullMarked;
