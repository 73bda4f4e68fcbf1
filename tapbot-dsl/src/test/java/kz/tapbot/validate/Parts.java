package kz.tapbot.validate;

import static kz.tapbot.validate.TapbotEstate.at;

import java.util.Optional;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.volume.Volume;

/** Short ways to say the parts of the estate of the tests. */
final class Parts {

    private Parts() {}

    static ServerSize size(int memory, int disk) {
        return new ServerSize(Cpus.cpus(2), DataSize.gib(memory), DataSize.gib(disk));
    }

    static SshAccess ssh() {
        return SshAccess.builder()
                .addHostKeys(HostKeyFingerprint.of("SHA256:" + "a".repeat(43)))
                .build();
    }

    static Delegate monitor(int line) {
        return Delegate.builder()
                .name(UserName.of("monitor"))
                .addKeys(SshPublicKey.of("ssh-ed25519 " + "A".repeat(68)))
                .mayInspect(true)
                .addMayRestart(UnitName.of("fail2ban.service"), UnitName.of("cron.service"))
                .places(at(line))
                .build();
    }

    static HostService webmin(int port, String host, int line) {
        return HostService.builder()
                .name(ServiceName.of("webmin"))
                .kind(ServiceKind.of("webmin"))
                .packageName(PackageName.of("webmin"))
                .unit(UnitName.of("webmin.service"))
                .port(Port.tcp(port))
                .addOpenTo(AddressSetName.of("admins"))
                .host(HostName.of(host))
                .places(at(line))
                .build();
    }

    static Network network(String name, boolean internal, int line) {
        return Network.builder()
                .name(NetworkName.of(name))
                .internal(internal)
                .places(at(line))
                .build();
    }

    static Volume volume(String name, int mebibytes, int line) {
        return Volume.builder()
                .name(VolumeName.of(name))
                .expectedSize(DataSize.mib(mebibytes))
                .places(at(line))
                .build();
    }

    /** A service with what every good one has. */
    static Service.Builder service(String name, String image, int mebibytes, int line) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of(name))
                .image(Image.of(image))
                .limits(Limits.builder().memory(DataSize.mib(mebibytes)).build())
                .healthCheck(HealthCheck.of(Command.of("/healthy")))
                .places(at(line));
    }

    static Attachment on(String network) {
        return Attachment.to(NetworkId.of(network));
    }

    static Mount mount(String volume, String path) {
        return Mount.volume(VolumeId.of(volume), ContainerPath.of(path));
    }

    static Mount socket() {
        return Mount.host(HostPath.of("/var/run/docker.sock"), ContainerPath.of("/var/run/docker.sock"), true);
    }

    static ContainerFile file(String path, Content content) {
        return new ContainerFile(ContainerPath.of(path), content, FileMode.OWNER_READ, 0);
    }

    static Route.Builder route(String host, int port, String proxy, int line) {
        return Route.builder()
                .host(HostName.of(host))
                .port(port)
                .proxy(ServiceId.of(proxy))
                .login(Login.own())
                .places(at(line));
    }

    static StoredData data(String name, DataKind kind, Optional<String> volume, int line) {
        return StoredData.builder()
                .name(DataName.of(name))
                .kind(kind)
                .volume(volume.map(VolumeId::of))
                .dump(Command.of("/dump", name))
                .places(at(line))
                .build();
    }
}
