/** What can be found wrong with a topology as a whole; the explanations lie beside as resources. */
@NullMarked
package kz.tapbot.validate.code;

import org.jspecify.annotations.NullMarked;
