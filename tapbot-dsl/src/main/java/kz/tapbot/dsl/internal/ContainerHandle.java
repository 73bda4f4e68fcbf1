package kz.tapbot.dsl.internal;

import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.StoredDataSpec;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.StoredData;

/**
 * The handle of a container.
 *
 * @param record the container
 */
record ContainerHandle(ContainerRecord record) implements ContainerRef, Handles.Owned {

    @Override
    public Estate estate() {
        return record.estate();
    }

    @Override
    public ServiceId id() {
        return record.id();
    }

    @Override
    public Address address() {
        return record.notes().address();
    }

    @Override
    public DeclaredAt declaredAt() {
        return record.notes().declared();
    }

    @Override
    public DataRef stores(String name, DataKind kind, Consumer<? super StoredDataSpec> spec) {
        DeclaredAt at = estate().here();
        DataId data = new DataId(id(), estate().named(DataName::of, name, address(), at));
        StoredData.Builder builder = StoredData.builder().name(data.data()).kind(kind);
        Notes notes = new Notes(data.address(), at);
        new SmallScopes.OfStoredData(estate(), notes, builder).run(spec);
        record.store(() -> Optional.of(builder.places(notes.places()).build()));
        return new Handles.Data(estate(), data, at);
    }

    @Override
    public String toString() {
        return address().toString();
    }
}
