/** The words in which a rule is said: what things it is about, and what is demanded of them. */
@NullMarked
package kz.tapbot.rule.syntax;

import org.jspecify.annotations.NullMarked;
