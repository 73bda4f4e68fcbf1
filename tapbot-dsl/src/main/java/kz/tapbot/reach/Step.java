package kz.tapbot.reach;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;

/**
 * One declaration on the way to something, or one that stands in the way.
 *
 * @param about whose declaration it is
 * @param text what it says, as a sentence without a full stop
 * @param place where it was declared, if that is known
 */
public record Step(Address about, String text, Optional<DeclaredAt> place) {

    static Step of(Address about, String text, Places places, String setting) {
        return new Step(about, text, places.of(setting));
    }

    /** The sentence, and after it the place: {@code service:data/traefik publishes 443/tcp to everybody (DataServer.java:40)}. */
    @Override
    public String toString() {
        return place.map(at -> text + " " + at).orElse(text);
    }
}
