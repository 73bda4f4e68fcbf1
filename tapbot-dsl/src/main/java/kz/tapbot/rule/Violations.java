package kz.tapbot.rule;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.reach.Step;

/** Where conditions put what they find. */
public interface Violations {

    /** Something is wrong with a thing, whose address is put before the text. */
    default void add(Subject thing, String text) {
        add(thing, text, "");
    }

    /** Something is wrong with a setting of a thing, as {@code limits.memory}; the place is that of the setting, if it has one. */
    default void add(Subject thing, String text, String setting) {
        add(thing, text, thing.places().of(setting), List.of());
    }

    /**
     * Something is wrong with a thing.
     *
     * @param text what, without the thing's address, which is put before it
     * @param place where it was said
     * @param steps the declarations that make it so
     */
    void add(Subject thing, String text, Optional<DeclaredAt> place, List<Step> steps);
}
