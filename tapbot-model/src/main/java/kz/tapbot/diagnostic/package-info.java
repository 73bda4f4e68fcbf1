/** What was found wrong with a topology, and where: values, their text form, and the root exception. */
@NullMarked
package kz.tapbot.diagnostic;

import org.jspecify.annotations.NullMarked;
