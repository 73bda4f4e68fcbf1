package kz.tapbot.reach;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * Something of a server that is reached.
 *
 * @param server the server
 * @param at where one knocks: {@code 443/tcp of server:data}, {@code https://dir.tapbot.kz}
 * @param leadsTo what answers: a service, or the declaration that opens the port
 * @param from who reaches it
 * @param verdict whether a login is asked for
 * @param steps the declarations that open it
 */
public record Exposure(ServerName server, String at, Address leadsTo, Source from, Verdict verdict, List<Step> steps) {

    /** Copies the steps. */
    public Exposure {
        steps = List.copyOf(steps);
    }

    /** The same without the lines of its declarations: of what was read back, they would be lines of no file that anybody has. */
    Exposure withoutPlaces() {
        return new Exposure(
                server,
                at,
                leadsTo,
                from,
                verdict,
                steps.stream()
                        .map(step -> new Step(step.about(), step.text(), Optional.empty()))
                        .toList());
    }

    /** A sentence: {@code the Internet reaches 443/tcp of server:data (service:data/traefik)}. */
    @Override
    public String toString() {
        return from + " reaches " + at + " (" + leadsTo + ")" + (verdict == Verdict.LOGIN ? " with a login" : "");
    }
}
