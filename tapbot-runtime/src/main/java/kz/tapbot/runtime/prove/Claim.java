package kz.tapbot.runtime.prove;

import java.util.List;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;

/**
 * Something that must be seen on a server if its topology is true.
 *
 * @param server the server that is asked
 * @param about what it is about
 * @param sentence the claim in a sentence
 * @param expected what is expected, in words
 * @param outcome what every probe must come to
 * @param probes what is tried
 */
record Claim(
        ServerName server,
        Address about,
        String sentence,
        String expected,
        ProbeResult.Outcome outcome,
        List<Probe> probes) {

    Claim {
        probes = List.copyOf(probes);
    }
}
