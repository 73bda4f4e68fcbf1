/** Rules for old estates: what was wrong when a rule was frozen is kept in a file, and only what comes on top breaks it. */
@NullMarked
package kz.tapbot.rule.freeze;

import org.jspecify.annotations.NullMarked;
