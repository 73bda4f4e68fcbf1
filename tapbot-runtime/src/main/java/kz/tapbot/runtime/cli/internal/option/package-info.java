/** What a verb may be given, and reading it from arguments. Public for the command line alone. */
@NullMarked
package kz.tapbot.runtime.cli.internal.option;

import org.jspecify.annotations.NullMarked;
