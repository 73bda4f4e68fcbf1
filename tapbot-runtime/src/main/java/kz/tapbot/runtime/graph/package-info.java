/** A small directed graph: an order that respects it, what goes round in it, and a walk over it. */
@NullMarked
package kz.tapbot.runtime.graph;

import org.jspecify.annotations.NullMarked;
