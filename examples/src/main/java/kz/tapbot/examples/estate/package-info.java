/** The two-server estate of tapbot.kz as a user writes it: people and names, one file a server, what is saved and watched. */
@NullMarked
package kz.tapbot.examples.estate;

import org.jspecify.annotations.NullMarked;
