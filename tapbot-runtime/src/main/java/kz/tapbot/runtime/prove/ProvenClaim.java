package kz.tapbot.runtime.prove;

import kz.tapbot.model.name.Address;

/**
 * A claim and what was seen of it.
 *
 * @param about what it is about
 * @param sentence the claim in a sentence
 * @param expected what would be seen if it held
 * @param seen what was seen
 * @param verdict whether it holds
 */
public record ProvenClaim(Address about, String sentence, String expected, String seen, Verdict verdict) {}
