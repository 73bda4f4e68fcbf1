package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.model.net.Port;

/** The scope of a container. */
public interface ContainerSpec extends Scope<ContainerSpec> {

    /** Puts it on a network, where others reach it by its name and the aliases. Joining twice is joining once. */
    ContainerSpec joins(NetworkRef network, String... aliases);

    /** Says ports that it listens on inside its networks. */
    ContainerSpec listens(Port... ports);

    /** Opens a port of the same number on the server; to everybody if no addresses are given. */
    ContainerSpec publishes(Port port, AddressSetRef... from);

    /** Opens a port on the server. */
    ContainerSpec publishes(Port port, Consumer<? super PublicationSpec> spec);

    /** Serves its pages under a host name through a proxy; {@code port} is the one it answers HTTP on. */
    ContainerSpec servedBy(ProxyRef proxy, HostRef host, int port, Access access);

    /** Says what must be healthy before it starts. */
    ContainerSpec needs(ServiceRef... services);

    /** Sets an environment variable to a text, which is passed on as it is. */
    ContainerSpec environment(String variable, String text);

    /** Sets an environment variable to a secret, visible to whoever may inspect the container; prefer a file where the image reads one. */
    ContainerSpec environment(String variable, Secret secret);

    /** Mounts a volume. */
    ContainerSpec mounts(VolumeRef volume, String path);

    /** Says what else is in its file system: files, read-only volumes, paths of the server, memory. */
    ContainerSpec storage(Consumer<? super StorageSpec> spec);

    /** Says how it tells that it works. */
    ContainerSpec healthCheck(Consumer<? super HealthCheckSpec> spec);

    /** Says what it may take. */
    ContainerSpec limits(Consumer<? super LimitsSpec> spec);

    /** Says what its processes are kept from. */
    ContainerSpec confinement(Consumer<? super ConfinementSpec> spec);

    /** Says what is run in it, and how it is started and stopped. */
    ContainerSpec process(Consumer<? super ProcessSpec> spec);

    /** Says what it is in the estate: its kind and traits, what it calls outside. */
    ContainerSpec role(Consumer<? super RoleSpec> spec);
}
