package kz.tapbot.dsl;

import java.util.function.Consumer;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.Image;

/**
 * What a {@link ServiceDefinition} declares with. It stays open until the topology ends, so that a typed handle may keep it to declare
 * more, such as a database.
 */
public interface Declaration {

    /** The server it is declared on. */
    ServerRef server();

    /** Where it is declared. */
    DeclaredAt declaredAt();

    /** The name the user gave it, or else the given one. */
    String name(String byDefault);

    /** Declares a container. */
    ContainerRef container(String name, Setting<Image> image, Consumer<? super ContainerSpec> spec);

    /** Says more about a container that was declared. */
    ContainerRef more(ContainerRef container, Consumer<? super ContainerSpec> spec);

    /**
     * Declares something made inside a running container, such as a database with its owner; {@code kind} is the word plans call it by.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the kind is no {@link kz.tapbot.model.name.ProvisionKind}
     */
    void provides(ContainerRef container, String kind, String name, Consumer<? super ProvisionSpec> spec);

    /** Declares a service on the server itself. */
    HostServiceRef hostService(
            String name, PackageName packageName, UnitName unit, Port port, Consumer<? super HostServiceSpec> spec);

    /** Declares a volume. */
    VolumeRef volume(String name, Consumer<? super VolumeSpec> spec);

    /** Makes a secret part of the topology, for contents and commands that name it. */
    SecretName secret(Secret secret);

    /** Reports what is wrong with how the service was set up. */
    void report(Code code, String detail, DeclaredAt... places);

    /** Runs when all else was declared, in an order that does not depend on the order of declaration. */
    void whenComplete(Consumer<? super Completion> finish);
}
