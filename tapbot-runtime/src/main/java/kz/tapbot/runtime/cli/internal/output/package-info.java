/** How results look: JSON and colour. Public for the command line alone. */
@NullMarked
package kz.tapbot.runtime.cli.internal.output;

import org.jspecify.annotations.NullMarked;
