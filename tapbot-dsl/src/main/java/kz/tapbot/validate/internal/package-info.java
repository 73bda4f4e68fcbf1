/** What every check stands on: the topology with its indexes, and the place where findings go. */
@NullMarked
package kz.tapbot.validate.internal;

import org.jspecify.annotations.NullMarked;
