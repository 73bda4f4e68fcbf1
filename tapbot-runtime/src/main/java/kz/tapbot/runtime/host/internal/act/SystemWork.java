package kz.tapbot.runtime.host.internal.act;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.operation.InstallPackage;
import kz.tapbot.runtime.operation.PutLink;
import kz.tapbot.runtime.operation.PutLinkKey;
import kz.tapbot.runtime.operation.PutSudo;
import kz.tapbot.runtime.operation.PutUnit;
import kz.tapbot.runtime.operation.PutUser;
import kz.tapbot.runtime.operation.RemoveLink;
import kz.tapbot.runtime.operation.RemoveLinkKey;
import kz.tapbot.runtime.operation.RemovePackage;
import kz.tapbot.runtime.operation.RemoveSudo;
import kz.tapbot.runtime.operation.RemoveSwap;
import kz.tapbot.runtime.operation.RemoveUnit;
import kz.tapbot.runtime.operation.RemoveUser;
import kz.tapbot.runtime.operation.RestartUnit;
import kz.tapbot.runtime.operation.SetSwap;
import kz.tapbot.runtime.operation.SetSysctl;
import kz.tapbot.runtime.operation.SetTimeZone;
import kz.tapbot.runtime.operation.SystemOperations;
import kz.tapbot.runtime.operation.UnsetSysctl;

/** Operations on packages, users, kernel settings, units and links. */
public final class SystemWork implements SystemOperations {

    private final Bench bench;
    private final LinkWork links;
    private final PackageWork packages;
    private final PeopleWork people;
    private final UnitWork units;
    private final KernelWork kernel;

    /** With that bench. */
    public SystemWork(Bench bench) {
        this.bench = bench;
        this.links = new LinkWork(bench);
        this.packages = new PackageWork(bench);
        this.people = new PeopleWork(bench);
        this.units = new UnitWork(bench);
        this.kernel = new KernelWork(bench);
    }

    @Override
    public void installPackage(InstallPackage operation) {
        packages.install(operation);
    }

    @Override
    public void removePackage(RemovePackage operation) {
        packages.remove(operation);
    }

    @Override
    public void putUser(PutUser operation) {
        bench.inTurnBesidePackages(() -> people.put(operation.user()));
    }

    @Override
    public void removeUser(RemoveUser operation) {
        String name = operation.name().value();
        bench.inTurn(() -> bench.take(
                operation.address(),
                "Removing the user " + name,
                steps -> steps.of("userdel", name)
                        .of("remove", Places.noted(Address.on(bench.link().server(), Incident.USER_LOCK, name)))));
    }

    @Override
    public void putSudo(PutSudo operation) {
        bench.inTurn(() -> people.put(operation.sudo()));
    }

    @Override
    public void removeSudo(RemoveSudo operation) {
        String file = Places.sudo(operation.user().value());
        bench.inTurn(() -> bench.take(
                operation.address(),
                "Removing the sudo rules of " + operation.user(),
                steps -> steps.of("remove", file)));
    }

    @Override
    public void setSysctl(SetSysctl operation) {
        bench.inTurnBesidePackages(() -> kernel.set(operation.setting()));
    }

    @Override
    public void unsetSysctl(UnsetSysctl operation) {
        bench.inTurnBesidePackages(() -> kernel.unset(operation));
    }

    @Override
    public void setSwap(SetSwap operation) {
        bench.inTurn(() -> {
            bench.refuseOthers(operation.swap().address());
            bench.bring(
                    operation.swap(),
                    "Making a swap file of " + operation.swap().size(),
                    steps -> steps.of(
                            "swap", Long.toString(operation.swap().size().bytes())));
        });
    }

    @Override
    public void removeSwap(RemoveSwap operation) {
        bench.inTurn(() -> bench.take(operation.address(), "Removing the swap file", steps -> steps.of("noswap")));
    }

    @Override
    public void setTimeZone(SetTimeZone operation) {
        bench.inTurnBesidePackages(() -> {
            String zone = operation.zone().zone().getId();
            bench.refuseOthers(operation.zone().address());
            bench.bring(operation.zone(), "Setting the time zone", steps -> steps.of("zone", zone));
        });
    }

    @Override
    public void putUnit(PutUnit operation) {
        units.put(operation.unit());
    }

    @Override
    public void removeUnit(RemoveUnit operation) {
        bench.inTurnOfUnits(() -> units.remove(operation));
    }

    @Override
    public void restartUnit(RestartUnit operation) {
        units.restart(operation.name().value());
    }

    @Override
    public void putLinkKey(PutLinkKey operation) {
        bench.inTurn(() -> links.putKey(operation));
    }

    @Override
    public void removeLinkKey(RemoveLinkKey operation) {
        bench.inTurn(() -> links.removeKey(operation));
    }

    @Override
    public void putLink(PutLink operation) {
        bench.inTurn(() -> links.put(operation));
    }

    @Override
    public void removeLink(RemoveLink operation) {
        bench.inTurn(() -> links.remove(operation));
    }
}
