package kz.tapbot;

import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;

/**
 * A topology together with all that was found about it, be it good or not.
 *
 * @param topology the topology; what could not be understood is missing in it
 * @param report everything that was found
 */
public record Draft(Topology topology, Report report) {}
