/** The smallest estate that does something. */
@NullMarked
package kz.tapbot.examples.hello;

import org.jspecify.annotations.NullMarked;
