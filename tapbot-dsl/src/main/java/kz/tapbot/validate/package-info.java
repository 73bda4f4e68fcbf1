/** Runs all checks over a topology and returns what they found. */
@NullMarked
package kz.tapbot.validate;

import org.jspecify.annotations.NullMarked;
