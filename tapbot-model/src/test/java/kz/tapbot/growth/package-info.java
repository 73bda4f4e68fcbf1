/** How the work grows with the size of what is worked on. */
@NullMarked
package kz.tapbot.growth;

import org.jspecify.annotations.NullMarked;
