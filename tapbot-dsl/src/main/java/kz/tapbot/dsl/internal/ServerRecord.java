package kz.tapbot.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.server.Provider;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.service.Service;
import org.jspecify.annotations.Nullable;

/** A server while it is declared. */
final class ServerRecord {

    private final Estate estate;
    private final ServerName name;
    private final Notes notes;
    private final Server.Builder builder = Server.builder();
    private final SshAccess.Builder ssh = SshAccess.builder();
    private final Map<String, Jail> jails = new TreeMap<>();
    private final List<ContainerRecord> containers = new ArrayList<>();
    private final List<Consumer<Server.Builder>> parts = new ArrayList<>();
    private Provider.@Nullable Builder provider;
    private UpdatePolicy.@Nullable Builder updates;

    ServerRecord(Estate estate, ServerName name, DeclaredAt declared) {
        this.estate = estate;
        this.name = name;
        this.notes = new Notes(Address.of("server", name), declared);
        builder.name(name);
    }

    Estate estate() {
        return estate;
    }

    ServerName name() {
        return name;
    }

    Notes notes() {
        return notes;
    }

    Server.Builder builder() {
        return builder;
    }

    SshAccess.Builder ssh() {
        return ssh;
    }

    List<ContainerRecord> containers() {
        return containers;
    }

    void jail(Jail jail) {
        jails.put(jail.name(), jail);
    }

    /** Adds what a part of the server is when it is complete. */
    void part(Consumer<Server.Builder> part) {
        parts.add(part);
    }

    Provider.Builder provider(String providerName) {
        provider = Provider.builder().name(providerName);
        return provider;
    }

    UpdatePolicy.Builder updates() {
        if (updates == null) {
            updates = UpdatePolicy.builder();
        }
        return updates;
    }

    /** The server as it is by now. */
    Server freeze() {
        builder.networks(List.of()).volumes(List.of()).delegates(List.of()).hostServices(List.of());
        for (Consumer<Server.Builder> part : parts) {
            estate.guarded(notes, () -> {
                part.accept(builder);
                return true;
            });
        }
        List<Service> services = new ArrayList<>(containers.size());
        for (ContainerRecord container : containers) {
            estate.guarded(container.notes(), container::freeze).ifPresent(services::add);
        }
        if (provider != null) {
            builder.provider(provider.build());
        }
        if (updates != null) {
            builder.updates(updates.build());
        }
        return builder.services(services)
                .jails(jails.values())
                .ssh(ssh.build())
                .places(notes.places())
                .build();
    }
}
