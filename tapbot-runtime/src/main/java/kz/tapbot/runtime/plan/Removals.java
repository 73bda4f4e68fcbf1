package kz.tapbot.runtime.plan;

import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.operation.Disown;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.RemoveContainer;
import kz.tapbot.runtime.operation.RemoveDirectory;
import kz.tapbot.runtime.operation.RemoveFile;
import kz.tapbot.runtime.operation.RemoveFirewall;
import kz.tapbot.runtime.operation.RemoveJail;
import kz.tapbot.runtime.operation.RemoveLink;
import kz.tapbot.runtime.operation.RemoveLinkKey;
import kz.tapbot.runtime.operation.RemoveNetwork;
import kz.tapbot.runtime.operation.RemovePackage;
import kz.tapbot.runtime.operation.RemoveProvision;
import kz.tapbot.runtime.operation.RemoveSshd;
import kz.tapbot.runtime.operation.RemoveSudo;
import kz.tapbot.runtime.operation.RemoveSwap;
import kz.tapbot.runtime.operation.RemoveUnit;
import kz.tapbot.runtime.operation.RemoveUser;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.operation.StopContainer;
import kz.tapbot.runtime.operation.UnsetSysctl;
import kz.tapbot.runtime.resource.Resource;

/** Removes what is ours and no longer declared, but for data. */
final class Removals {

    private final Drafting drafting;
    private final boolean destroy;

    Removals(Drafting drafting) {
        this.drafting = drafting;
        this.destroy = drafting.options().isDestroy();
    }

    void plan(Ground ground) {
        for (Observed thing : ground.facts().things().values()) {
            if (ground.isOurs(thing) && !isWanted(thing.address())) {
                remove(ground, thing);
            }
        }
    }

    private boolean isWanted(Address address) {
        return !destroy
                && (drafting.desired().containsKey(address)
                        || address.kind().equals("container")
                                && drafting.desired().containsKey(Drafting.base(address)));
    }

    private void remove(Ground ground, Observed thing) {
        Address address = thing.address();
        Kind kind = Kind.of(address);
        if (holdsData(address, kind) && !drafting.options().mayLose(address)) {
            tellIfSurprising(address, kind);
            return;
        }
        String cause = destroy
                ? "everything is destroyed"
                : drafting.options().mayLose(address) ? "retired by name" : "no longer declared";
        Draft draft = drafting.add(new Draft(address, ground.server(), cause));
        if (kind == Kind.CONTAINER) {
            String name = Kind.rest(address);
            draft.step(new StopContainer(address, name), new StartContainer(address, name))
                    .step(new RemoveContainer(address, name));
        } else {
            draft.step(operation(address, kind));
        }
        if (kind == Kind.VOLUME) {
            draft.consequence("Its data is lost for good.");
        } else if (kind == Kind.ENGINE || kind == Kind.TIME_ZONE) {
            draft.consequence("Stays on the server as it is, and is no longer ours.");
        } else if (kind.canLockOut()) {
            draft.confirmed(true).consequence(ResourcePlanning.LOCK_OUT);
        }
    }

    private boolean holdsData(Address address, Kind kind) {
        Resource known = drafting.desired().get(address);
        return kind == Kind.VOLUME || (known == null ? kind == Kind.PROVISION : known.holdsData());
    }

    /** What is made inside a service goes and stays with the service's volume, of which is told already. */
    private void tellIfSurprising(Address address, Kind kind) {
        if (kind == Kind.PROVISION) {
            String service = address.path().substring(0, address.path().lastIndexOf('/'));
            if (destroy || !drafting.desired().containsKey(new Address("container", service))) {
                return;
            }
        }
        drafting.findings().dataKept(address, destroy);
    }

    private static Operation operation(Address address, Kind kind) {
        String rest = Kind.rest(address);
        return switch (kind) {
            case PACKAGE -> new RemovePackage(address, PackageName.of(rest));
            case SYSCTL -> new UnsetSysctl(address, SysctlKey.of(rest));
            case SWAP -> new RemoveSwap(address);
            case DIRECTORY -> new RemoveDirectory(address, HostPath.of("/" + rest));
            case FILE -> new RemoveFile(address, HostPath.of("/" + rest));
            case USER -> new RemoveUser(address, UserName.of(rest));
            case SUDO -> new RemoveSudo(address, UserName.of(rest));
            case FIREWALL -> new RemoveFirewall(address);
            case SSHD -> new RemoveSshd(address);
            case JAIL -> new RemoveJail(address, rest);
            case UNIT -> new RemoveUnit(address, UnitName.of(rest));
            case LINK_KEY -> new RemoveLinkKey(address, rest);
            case LINK -> new RemoveLink(address, LinkName.of(rest));
            case NETWORK -> new RemoveNetwork(address, NetworkName.of(rest));
            case VOLUME -> new RemoveVolume(address, VolumeName.of(rest));
            case PROVISION -> provision(address, rest);
            case TIME_ZONE, ENGINE, CONTAINER -> new Disown(address);
        };
    }

    private static Operation provision(Address address, String rest) {
        int slash = rest.indexOf('/');
        return new RemoveProvision(
                address, rest.substring(0, Math.max(0, slash)), address.kind(), rest.substring(slash + 1));
    }
}
