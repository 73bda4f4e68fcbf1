/** Estates of other kinds, to see that nobody is alarmed for nothing. */
@NullMarked
package kz.tapbot.examples.honest;

import org.jspecify.annotations.NullMarked;
