package kz.tapbot.dsl;

import kz.tapbot.model.name.ServiceId;

/**
 * A declared service in a container. Typed services implement it by naming the container that they are, and offer what is theirs on top.
 */
public interface ServiceRef {

    /** The container that it is. */
    ContainerRef container();

    /** What the model refers to it by. */
    default ServiceId id() {
        return container().id();
    }
}
