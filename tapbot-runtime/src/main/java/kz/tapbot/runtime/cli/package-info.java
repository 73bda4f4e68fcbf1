/** The command line: every verb over a topology, in text or JSON, with its exit codes. */
@NullMarked
package kz.tapbot.runtime.cli;

import org.jspecify.annotations.NullMarked;
