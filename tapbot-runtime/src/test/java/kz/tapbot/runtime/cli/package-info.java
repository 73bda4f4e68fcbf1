/** The command line, run in this process over byte buffers. */
@NullMarked
package kz.tapbot.runtime.cli;

import org.jspecify.annotations.NullMarked;
