/** Draws an estate as a picture that stands on its own. The only package that loads Eclipse ELK. */
@NullMarked
package kz.tapbot.runtime.view.svg;

import org.jspecify.annotations.NullMarked;
