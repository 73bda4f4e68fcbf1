/** The closed set of atomic operations that drivers perform, each with the address it is for. */
@NullMarked
package kz.tapbot.runtime.operation;

import org.jspecify.annotations.NullMarked;
