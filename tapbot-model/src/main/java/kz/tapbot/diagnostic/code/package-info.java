/** What can be found wrong: stable codes with severity and summary. Texts live beside them as resources. */
@NullMarked
package kz.tapbot.diagnostic.code;

import org.jspecify.annotations.NullMarked;
