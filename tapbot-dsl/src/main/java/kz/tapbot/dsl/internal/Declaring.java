package kz.tapbot.dsl.internal;

import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.dsl.Completion;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.HostServiceRef;
import kz.tapbot.dsl.HostServiceSpec;
import kz.tapbot.dsl.ProvisionSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.dsl.VolumeSpec;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Provision;

/** What one typed service declares with. */
final class Declaring implements Declaration {

    private final ServerHandle server;
    private final Optional<String> given;
    private final DeclaredAt declared;
    private Address subject;

    Declaring(ServerHandle server, Optional<String> given, DeclaredAt declared) {
        this.server = server;
        this.given = given;
        this.declared = declared;
        this.subject = server.address();
    }

    @Override
    public ServerRef server() {
        return server;
    }

    @Override
    public DeclaredAt declaredAt() {
        return declared;
    }

    @Override
    public String name(String byDefault) {
        return given.orElse(byDefault);
    }

    @Override
    public ContainerRef container(String name, Setting<Image> image, Consumer<? super ContainerSpec> spec) {
        ContainerRef container =
                server.container(name, image, spec, server.estate().here(declared));
        about(container.address());
        return container;
    }

    @Override
    public ContainerRef more(ContainerRef container, Consumer<? super ContainerSpec> spec) {
        DeclaredAt at = server.estate().here(declared);
        if (server.estate().accepts(container, subject, at) && container instanceof ContainerHandle handle) {
            new ContainerScope(handle.record(), at).run(spec);
        }
        return container;
    }

    @Override
    public void provides(ContainerRef container, String kind, String name, Consumer<? super ProvisionSpec> spec) {
        Estate estate = server.estate();
        DeclaredAt at = estate.here(declared);
        if (!estate.accepts(container, subject, at) || !(container instanceof ContainerHandle handle)) {
            return;
        }
        Provision.Builder builder = Provision.builder().kind(kind).name(name);
        Notes notes = new Notes(new Address(kind, container.id() + "/" + name), at);
        boolean whole = new SmallScopes.OfProvision(estate, notes, builder).run(spec);
        handle.record().provide(() -> {
            boolean complete = notes.of("probe") != null && notes.of("create") != null;
            if (!complete && whole) {
                estate.report(
                        DslCode.INCOMPLETE,
                        notes.address(),
                        "What is made inside a container needs a command that finds out whether it is there, and one"
                                + " that makes it.\nSay both:\n    p.probe(Command.of(…)).create(Command.of(…))",
                        at);
            }
            return complete ? Optional.of(builder.places(notes.places()).build()) : Optional.empty();
        });
    }

    @Override
    public HostServiceRef hostService(
            String name, PackageName packageName, UnitName unit, Port port, Consumer<? super HostServiceSpec> spec) {
        Estate estate = server.estate();
        DeclaredAt at = estate.here(declared);
        ServiceName service = estate.named(ServiceName::of, name, server.address(), at);
        HostService.Builder builder = HostService.builder()
                .name(service)
                .kind(ServiceKind.of(service.value()))
                .packageName(packageName)
                .unit(unit)
                .port(port);
        Handles.HostService handle = new Handles.HostService(estate, server.name(), service, at);
        Notes notes = new Notes(handle.address(), at);
        about(handle.address());
        new HostScopes.OfHostService(estate, notes, builder).run(spec);
        server.record()
                .part(whole ->
                        whole.addHostServices(builder.places(notes.places()).build()));
        return handle;
    }

    @Override
    public VolumeRef volume(String name, Consumer<? super VolumeSpec> spec) {
        return server.volume(name, spec);
    }

    @Override
    public SecretName secret(Secret secret) {
        server.estate().here(declared);
        return server.estate().use(secret, subject);
    }

    @Override
    public void report(Code code, String detail, DeclaredAt... places) {
        server.estate().report(code, subject, detail, places.length == 0 ? new DeclaredAt[] {declared} : places);
    }

    @Override
    public void whenComplete(Consumer<? super Completion> finish) {
        server.estate().here(declared);
        server.estate().hooks().add(new Hook(this, server.estate().hooks().size(), finish));
    }

    Address subject() {
        return subject;
    }

    private void about(Address declaredFirst) {
        if (subject.equals(server.address())) {
            subject = declaredFirst;
        }
    }
}
