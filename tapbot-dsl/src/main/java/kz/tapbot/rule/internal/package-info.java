/** What stands behind the words of rules. */
@NullMarked
package kz.tapbot.rule.internal;

import org.jspecify.annotations.NullMarked;
