package kz.tapbot.dsl.internal;

import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DirectoryRef;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.NetworkSpec;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.dsl.VolumeSpec;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.volume.Volume;

/**
 * The handle of a server, on which the rest is declared.
 *
 * @param record the server
 */
record ServerHandle(ServerRecord record) implements ServerRef, Handles.Owned {

    @Override
    public Estate estate() {
        return record.estate();
    }

    @Override
    public ServerName name() {
        return record.name();
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
    public NetworkRef network(String name) {
        return network(name, spec -> {});
    }

    @Override
    public NetworkRef network(String name, Consumer<? super NetworkSpec> spec) {
        DeclaredAt at = estate().here();
        NetworkId id = new NetworkId(name(), estate().named(NetworkName::of, name, address(), at));
        Network.Builder builder = Network.builder().name(id.network());
        Notes notes = new Notes(id.address(), at);
        new SmallScopes.OfNetwork(estate(), notes, builder).run(spec);
        record.part(server -> server.addNetworks(builder.places(notes.places()).build()));
        return new Handles.Network(estate(), id, at);
    }

    @Override
    public VolumeRef volume(String name) {
        return volume(name, spec -> {});
    }

    @Override
    public VolumeRef volume(String name, Consumer<? super VolumeSpec> spec) {
        DeclaredAt at = estate().here();
        VolumeId id = new VolumeId(name(), estate().named(VolumeName::of, name, address(), at));
        Volume.Builder builder = Volume.builder().name(id.volume());
        Notes notes = new Notes(id.address(), at);
        new SmallScopes.OfVolume(estate(), notes, builder).run(spec);
        record.part(server -> server.addVolumes(builder.places(notes.places()).build()));
        return new Handles.Volume(estate(), id, at);
    }

    @Override
    public DirectoryRef directory(String path) {
        DeclaredAt at = estate().here();
        HostPath directory = estate().value(
                        () -> HostPath.of(path),
                        () -> HostPath.of("/unnamed-" + estate().nextUnnamed()),
                        address(),
                        at);
        record.notes().putIfAbsent("directories." + directory, at);
        record.builder().addDirectories(directory);
        return new Handles.Directory(estate(), name(), directory, at);
    }

    @Override
    public ContainerRef container(String name, Image image, Consumer<? super ContainerSpec> spec) {
        DeclaredAt at = estate().here();
        return container(name, new Setting<>(image, at), spec, at);
    }

    ContainerRef container(String name, Setting<Image> image, Consumer<? super ContainerSpec> spec, DeclaredAt at) {
        ServiceId id = new ServiceId(name(), estate().named(ServiceName::of, name, address(), at));
        ContainerRecord container = new ContainerRecord(record, id, at);
        container.image(image);
        record.containers().add(container);
        new ContainerScope(container, at).run(spec);
        return new ContainerHandle(container);
    }

    @Override
    public <H> H run(ServiceDefinition<H> definition) {
        return definition.declare(new Declaring(this, Optional.empty(), estate().here()));
    }

    @Override
    public <H> H run(String name, ServiceDefinition<H> definition) {
        return definition.declare(new Declaring(this, Optional.of(name), estate().here()));
    }

    @Override
    public String toString() {
        return address().toString();
    }
}
