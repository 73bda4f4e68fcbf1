/** Looks for what an engine has to show whatever is declared, beside what a plan compares. */
@NullMarked
package kz.tapbot.runtime.docker.internal.examine;

import org.jspecify.annotations.NullMarked;
