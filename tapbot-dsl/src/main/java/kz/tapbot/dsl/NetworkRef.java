package kz.tapbot.dsl;

import kz.tapbot.model.name.NetworkId;

/** A declared network of a server. */
public interface NetworkRef extends Handle {

    /** What the model refers to it by. */
    NetworkId id();
}
