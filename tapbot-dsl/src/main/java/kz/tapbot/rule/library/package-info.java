/** Ready rules, each with its reason and its cure. */
@NullMarked
package kz.tapbot.rule.library;

import org.jspecify.annotations.NullMarked;
