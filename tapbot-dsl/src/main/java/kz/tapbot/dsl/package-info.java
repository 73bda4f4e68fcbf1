/** How a topology is said: scopes, handles, and the one way in for typed services. */
@NullMarked
package kz.tapbot.dsl;

import org.jspecify.annotations.NullMarked;
