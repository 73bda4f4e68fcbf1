/** The rule over a topology: what it is about, its sentence, its evaluation and its violations, and predicates and conditions of one's own. */
@NullMarked
package kz.tapbot.rule;

import org.jspecify.annotations.NullMarked;
