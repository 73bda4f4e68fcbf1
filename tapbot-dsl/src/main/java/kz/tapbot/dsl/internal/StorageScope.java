package kz.tapbot.dsl.internal;

import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.dsl.FileSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.StorageSpec;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/** The scope of a container's file system. */
final class StorageScope extends ScopeBase<StorageSpec> implements StorageSpec {

    private final ContainerRecord container;

    StorageScope(ScopeBase<?> outer, ContainerRecord container) {
        super(outer);
        this.container = container;
    }

    @Override
    StorageSpec self() {
        return this;
    }

    @Override
    public StorageSpec volume(VolumeRef volume, String path) {
        return volume(volume, path, false);
    }

    @Override
    public StorageSpec readOnly(VolumeRef volume, String path) {
        return volume(volume, path, true);
    }

    private StorageSpec volume(VolumeRef volume, String path, boolean readOnly) {
        DeclaredAt at = here();
        if (once("mounts." + path, at) && accepts(volume, at)) {
            container.mount(new Mount(
                    ContainerPath.of(path), Optional.of(volume.id()), Optional.empty(), Optional.empty(), readOnly));
        }
        return this;
    }

    @Override
    public StorageSpec hostPath(HostPath source, String path) {
        if (once("mounts." + path)) {
            container.mount(Mount.host(source, ContainerPath.of(path), false));
        }
        return this;
    }

    @Override
    public StorageSpec readOnlyHostPath(HostPath source, String path) {
        if (once("mounts." + path)) {
            container.mount(Mount.host(source, ContainerPath.of(path), true));
        }
        return this;
    }

    @Override
    public StorageSpec memory(DataSize size, String path) {
        if (once("mounts." + path)) {
            container.mount(Mount.memory(size, ContainerPath.of(path)));
        }
        return this;
    }

    @Override
    public StorageSpec file(String path, Consumer<? super FileSpec> spec) {
        if (once("files." + path)) {
            FileScope scope = new FileScope(this, "files." + path);
            if (scope.run(spec)) {
                container.file(scope.file(ContainerPath.of(path)));
            }
        }
        return this;
    }

    @Override
    public StorageSpec secretFile(String path, Secret secret, int owner) {
        if (once("files." + path)) {
            container.file(
                    new ContainerFile(ContainerPath.of(path), Content.secret(use(secret)), FileMode.OWNER_READ, owner));
        }
        return this;
    }
}
