package kz.tapbot.runtime.ownership;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;

/**
 * The labels that say whose an object is.
 *
 * @param topology whose
 * @param address what it is for
 * @param proof the keyed hash of both, without which they are not believed
 */
public record Mark(TopologyName topology, Address address, String proof) {}
