/** The estate as one page for people who look rather than read. */
@NullMarked
package kz.tapbot.runtime.report;

import org.jspecify.annotations.NullMarked;
