/** The codes of what an import of a server finds. */
@NullMarked
package kz.tapbot.runtime.host.result;

import org.jspecify.annotations.NullMarked;
