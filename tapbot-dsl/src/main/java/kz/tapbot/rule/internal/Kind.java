package kz.tapbot.rule.internal;

import java.util.List;
import java.util.function.Function;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.Subject;

/**
 * A kind of thing that rules are about.
 *
 * @param noun how it is called, in the plural
 * @param all all of it
 * @param words the words by which it is chosen
 * @param demands the words by which something is demanded of it
 */
record Kind<T extends Subject, W, S>(
        String noun,
        Function<Estate, List<T>> all,
        Function<Choosing<T, W, S>, W> words,
        Function<Demanding<T, S>, S> demands) {}
