package kz.tapbot.runtime.memory.internal.act;

import kz.tapbot.runtime.operation.Operation;

/** Lets an operation have its effect: alone on its server, and unless something was set to go wrong. */
@FunctionalInterface
public interface Guard {

    /** Has the effect. */
    void perform(Operation operation, Runnable effect);
}
