package kz.tapbot.runtime.plan;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.operation.ConfigureDaemon;
import kz.tapbot.runtime.operation.CreateNetwork;
import kz.tapbot.runtime.operation.CreateVolume;
import kz.tapbot.runtime.operation.InstallPackage;
import kz.tapbot.runtime.operation.MakeDirectory;
import kz.tapbot.runtime.operation.MakeProvision;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.PutJail;
import kz.tapbot.runtime.operation.PutLink;
import kz.tapbot.runtime.operation.PutLinkKey;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.operation.PutSudo;
import kz.tapbot.runtime.operation.PutUnit;
import kz.tapbot.runtime.operation.PutUser;
import kz.tapbot.runtime.operation.SetSwap;
import kz.tapbot.runtime.operation.SetSysctl;
import kz.tapbot.runtime.operation.SetTimeZone;
import kz.tapbot.runtime.operation.WriteFile;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.DirectoryResource;
import kz.tapbot.runtime.resource.EngineResource;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.HostResource;
import kz.tapbot.runtime.resource.JailResource;
import kz.tapbot.runtime.resource.LinkKeyResource;
import kz.tapbot.runtime.resource.LinkResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.PackageResource;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.resource.SshdResource;
import kz.tapbot.runtime.resource.SudoResource;
import kz.tapbot.runtime.resource.SwapResource;
import kz.tapbot.runtime.resource.SysctlResource;
import kz.tapbot.runtime.resource.TimeZoneResource;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.resource.UserResource;
import kz.tapbot.runtime.resource.VolumeResource;

/** The one operation that makes a resource or sets it as it shall be; all but containers have one. */
final class Puts {

    private Puts() {}

    static Operation put(Address address, Resource resource) {
        return resource instanceof HostResource host ? host(address, host) : engine(address, (EngineResource) resource);
    }

    private static Operation engine(Address address, EngineResource resource) {
        if (resource instanceof NetworkResource network) {
            return new CreateNetwork(address, network);
        }
        if (resource instanceof VolumeResource volume) {
            return new CreateVolume(address, volume);
        }
        if (resource instanceof ProvisionResource provision) {
            return new MakeProvision(address, provision.service().value(), provision.provision());
        }
        if (resource instanceof DaemonResource daemon) {
            return new ConfigureDaemon(address, daemon);
        }
        throw new IllegalArgumentException("a container takes more than one operation: " + address);
    }

    private static Operation host(Address address, HostResource resource) {
        if (resource instanceof PackageResource wanted) {
            return new InstallPackage(address, wanted.name());
        }
        if (resource instanceof FileResource file) {
            return new WriteFile(address, file);
        }
        if (resource instanceof DirectoryResource directory) {
            return new MakeDirectory(address, directory);
        }
        if (resource instanceof UserResource user) {
            return new PutUser(address, user);
        }
        if (resource instanceof SudoResource sudo) {
            return new PutSudo(address, sudo);
        }
        if (resource instanceof UnitResource unit) {
            return new PutUnit(address, unit);
        }
        if (resource instanceof LinkKeyResource key) {
            return new PutLinkKey(address, key);
        }
        if (resource instanceof LinkResource link) {
            return new PutLink(address, link);
        }
        return setting(address, resource);
    }

    private static Operation setting(Address address, HostResource resource) {
        if (resource instanceof FirewallResource firewall) {
            return new PutFirewall(address, firewall);
        }
        if (resource instanceof SshdResource sshd) {
            return new PutSshd(address, sshd);
        }
        if (resource instanceof JailResource jail) {
            return new PutJail(address, jail);
        }
        if (resource instanceof SysctlResource sysctl) {
            return new SetSysctl(address, sysctl);
        }
        if (resource instanceof SwapResource swap) {
            return new SetSwap(address, swap);
        }
        if (resource instanceof TimeZoneResource zone) {
            return new SetTimeZone(address, zone);
        }
        throw new IllegalArgumentException("no operation for " + address);
    }
}
