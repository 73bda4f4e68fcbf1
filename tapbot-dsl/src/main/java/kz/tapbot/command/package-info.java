/** What stands between a user's main class and the command line, which lives in another module. */
@NullMarked
package kz.tapbot.command;

import org.jspecify.annotations.NullMarked;
