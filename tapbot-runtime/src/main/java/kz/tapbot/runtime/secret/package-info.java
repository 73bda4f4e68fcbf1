/** Finds the values of secrets, keeps them only as long as needed, and renders and fingerprints what holds them. */
@NullMarked
package kz.tapbot.runtime.secret;

import org.jspecify.annotations.NullMarked;
