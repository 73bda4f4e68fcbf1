/** Single questions to a topology, as assertions that need no test framework. */
@NullMarked
package kz.tapbot.rule.assertion;

import org.jspecify.annotations.NullMarked;
