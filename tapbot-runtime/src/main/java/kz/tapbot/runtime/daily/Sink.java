package kz.tapbot.runtime.daily;

/**
 * Takes what comes, one after the other. May take its time: whoever gives waits, so that nothing piles up.
 *
 * @param <T> what comes
 */
public interface Sink<T> {

    /** Takes the next. */
    void accept(T next);

    /** Whether anything more is wanted; asked several times a second while nothing comes. */
    boolean isOpen();
}
