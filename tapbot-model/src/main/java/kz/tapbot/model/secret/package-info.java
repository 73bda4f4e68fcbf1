/** References to secrets, never their values. */
@NullMarked
package kz.tapbot.model.secret;

import org.jspecify.annotations.NullMarked;
