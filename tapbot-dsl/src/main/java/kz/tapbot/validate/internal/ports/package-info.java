/** Checks of ports: taken twice, or open to whom they should not be. */
@NullMarked
package kz.tapbot.validate.internal.ports;

import org.jspecify.annotations.NullMarked;
