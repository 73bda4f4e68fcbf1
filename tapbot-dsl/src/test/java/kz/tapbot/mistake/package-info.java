/** Mistakes that others made and told of in public, each in an estate that has nothing else wrong; {@code docs/mistakes.md} lists exactly these. */
@NullMarked
package kz.tapbot.mistake;

import org.jspecify.annotations.NullMarked;
