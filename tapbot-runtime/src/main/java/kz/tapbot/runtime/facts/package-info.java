/** What was found on machines: attributes of things, and whose they are. */
@NullMarked
package kz.tapbot.runtime.facts;

import org.jspecify.annotations.NullMarked;
