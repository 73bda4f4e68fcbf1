/** Tapbot inside another program: load, judge, plan, show events. */
@NullMarked
package kz.tapbot.examples.embedding;

import org.jspecify.annotations.NullMarked;
