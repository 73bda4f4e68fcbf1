package kz.tapbot.runtime.event;

/** Is told of everything that happens. Calls come one at a time, in an order that respects causes; a listener that throws is ignored. */
public interface EventListener {

    /** Does nothing. */
    EventListener NONE = event -> {};

    /** Something happened. */
    void on(RuntimeEvent event);
}
