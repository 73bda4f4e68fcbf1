/** The hashes of the runtime. */
@NullMarked
package kz.tapbot.runtime.hash;

import org.jspecify.annotations.NullMarked;
