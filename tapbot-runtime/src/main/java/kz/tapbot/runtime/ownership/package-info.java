/** Whose things are: signed marks that drivers set on what they make, and believe only where the server's key made them. */
@NullMarked
package kz.tapbot.runtime.ownership;

import org.jspecify.annotations.NullMarked;
