/** Tests of what drivers share. */
@NullMarked
package kz.tapbot.runtime.spi;

import org.jspecify.annotations.NullMarked;
