/** The driver of whole servers on real ones. */
@NullMarked
package kz.tapbot.runtime.host;

import org.jspecify.annotations.NullMarked;
