/** Renders a topology for people: port map, drawings and summaries, each a pure function of the topology. */
@NullMarked
package kz.tapbot.runtime.view;

import org.jspecify.annotations.NullMarked;
