/** Checks of what is promised to services against what the machines have. */
@NullMarked
package kz.tapbot.validate.internal.resources;

import org.jspecify.annotations.NullMarked;
