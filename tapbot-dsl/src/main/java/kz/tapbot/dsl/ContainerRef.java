package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.DataKind;

/** A declared container. */
public interface ContainerRef extends ServiceRef, Handle {

    @Override
    default ContainerRef container() {
        return this;
    }

    /** What the model refers to it by. */
    @Override
    ServiceId id();

    /** Declares something that the container stores and a backup can save. */
    DataRef stores(String name, DataKind kind, Consumer<? super StoredDataSpec> spec);
}
