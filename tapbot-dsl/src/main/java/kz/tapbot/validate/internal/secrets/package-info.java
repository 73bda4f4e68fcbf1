/** Checks that secrets are referred to and never written out. No text of theirs ever shows a value. */
@NullMarked
package kz.tapbot.validate.internal.secrets;

import org.jspecify.annotations.NullMarked;
