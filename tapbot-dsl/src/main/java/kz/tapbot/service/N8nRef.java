package kz.tapbot.service;

import java.util.List;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.ServiceRef;

/**
 * A declared n8n.
 *
 * @param container the main process
 * @param data its volume: files of workflows, and without a PostgreSQL database the workflows themselves
 * @param workers the workers that take workflows from the queue, if there is one
 */
public record N8nRef(ContainerRef container, DataRef data, List<ContainerRef> workers) implements ServiceRef {

    /** Copies the workers. */
    public N8nRef {
        workers = List.copyOf(workers);
    }
}
