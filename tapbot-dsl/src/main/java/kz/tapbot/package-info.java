/** The entry points, and nothing else. */
@NullMarked
package kz.tapbot;

import org.jspecify.annotations.NullMarked;
