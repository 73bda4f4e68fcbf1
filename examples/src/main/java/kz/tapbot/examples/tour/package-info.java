/** The main job: the estate is judged, planned, applied, proved, changed, broken by hand and mended, on simulated servers. */
@NullMarked
package kz.tapbot.examples.tour;

import org.jspecify.annotations.NullMarked;
