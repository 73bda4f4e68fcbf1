package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.service.Image;

/** A declared server, on which the rest is declared. */
public interface ServerRef extends Handle {

    /** Its name. */
    ServerName name();

    /** Declares a network with a way out. */
    NetworkRef network(String name);

    /** Declares a network. */
    NetworkRef network(String name, Consumer<? super NetworkSpec> spec);

    /** Declares a volume. */
    VolumeRef volume(String name);

    /** Declares a volume. */
    VolumeRef volume(String name, Consumer<? super VolumeSpec> spec);

    /** Declares a directory, which is made where it is missing. */
    DirectoryRef directory(String path);

    /** Declares a container of an image. */
    ContainerRef container(String name, Image image, Consumer<? super ContainerSpec> spec);

    /** Declares a typed service under its own name, and returns its typed handle. */
    <H> H run(ServiceDefinition<H> definition);

    /** Declares a typed service under the given name, and returns its typed handle. */
    <H> H run(String name, ServiceDefinition<H> definition);
}
