package kz.tapbot.runtime.spi;

/**
 * Is told by a driver that has operations wait for each other where one of them does so: whoever waits has not begun, and its time does not run. Called on the
 * thread that performs the operation.
 */
public interface Turns {

    /** Nobody wants to know. */
    Turns NONE = new Turns() {
        @Override
        public void waits() {}

        @Override
        public void begins() {}
    };

    /** It waits from here on. */
    void waits();

    /**
     * Its turn has come. What this throws ends it, and nothing of it was done: the run was stopped meanwhile, or what it waited for stood still.
     */
    void begins();
}
