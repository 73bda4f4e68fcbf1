package kz.tapbot.dsl;

import kz.tapbot.model.name.DataId;

/** Declared data of a container. */
public interface DataRef extends StoredDataRef, Handle {

    @Override
    default DataRef data() {
        return this;
    }

    /** What the model refers to it by. */
    DataId id();
}
