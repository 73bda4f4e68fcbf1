/** The page for people who look, as a real browser shows it. */
@NullMarked
package kz.tapbot.examples.page;

import org.jspecify.annotations.NullMarked;
