package kz.tapbot.validate.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.place.SourcePlace;

/**
 * What a finding is about, and where it was said.
 *
 * @param address what every message calls it
 * @param place where it was said, if that is known
 */
public record Subject(Address address, Optional<DeclaredAt> place) {

    /** The thing itself. */
    public static Subject of(Address address, Places places) {
        return new Subject(address, places.declaration());
    }

    /**
     * A setting of the thing.
     *
     * @param settings the setting's names from the exact one to the general one; the first with a place of its own counts
     */
    public static Subject of(Address address, Places places, String... settings) {
        Optional<DeclaredAt> declaration = places.declaration();
        for (String setting : settings) {
            Optional<DeclaredAt> place = places.of(setting);
            if (place.isPresent() && !place.equals(declaration)) {
                return new Subject(address, place);
            }
        }
        return new Subject(address, declaration);
    }

    /** A permit of a link. */
    public static Subject of(Link link, LinkPermit permit) {
        return of(
                link.address(),
                link.places(),
                "permits." + permit.from() + " to " + permit.to() + " " + permit.port(),
                "permits");
    }

    /** The items as they stand in the source, as far as that is known; else by address, and then in their own order. */
    public static <T> List<T> inSourceOrder(List<T> items, Function<T, Subject> subject) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(subject, Subject::compareSource));
        return sorted;
    }

    private static int compareSource(Subject a, Subject b) {
        if (a.place.isEmpty() || b.place.isEmpty()) {
            // What has no place comes first: it can hardly be what somebody has just written.
            int order = Boolean.compare(a.place.isPresent(), b.place.isPresent());
            return order != 0 ? order : a.address.compareTo(b.address);
        }
        DeclaredAt one = a.place.get();
        DeclaredAt two = b.place.get();
        int order = compareLine(one.at(), two.at());
        for (int i = 0; order == 0 && i < Math.min(one.via().size(), two.via().size()); i++) {
            order = compareLine(one.via().get(i), two.via().get(i));
        }
        return order != 0 ? order : a.address.compareTo(b.address);
    }

    private static int compareLine(SourcePlace a, SourcePlace b) {
        int order = a.file().compareTo(b.file());
        return order != 0 ? order : Integer.compare(a.line(), b.line());
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
