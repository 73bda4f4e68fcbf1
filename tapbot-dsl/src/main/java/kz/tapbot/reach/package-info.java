/** Says of a topology who reaches what, by which declarations, and what keeps everybody else out. Pure: nothing is read but the topology. */
@NullMarked
package kz.tapbot.reach;

import org.jspecify.annotations.NullMarked;
