package kz.tapbot.runtime.memory.internal.act;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.memory.internal.machine.Machine;
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
import kz.tapbot.runtime.resource.PackageResource;
import kz.tapbot.runtime.resource.SudoResource;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.resource.UserResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Operations on packages, users, kernel settings, units and links. */
public final class SystemWork implements SystemOperations {

    private final Bench bench;
    private final LinkWork links;

    /** With that bench. */
    public SystemWork(Bench bench) {
        this.bench = bench;
        this.links = new LinkWork(bench);
    }

    @Override
    public void installPackage(InstallPackage operation) {
        bench.guard().perform(operation, () -> {
            bench.refuseOthers(operation.address());
            String name = operation.name().value();
            boolean made = !bench.host().packages().has(name) || bench.made(operation.address());
            bench.host().packages().install(name);
            bench.host().units().installed(name);
            bench.host().jails().installed(name);
            var resource = new PackageResource(bench.machine().name(), operation.name(), new TreeSet<>());
            bench.machine()
                    .ownership()
                    .claim(bench.topology(), operation.address(), made ? Optional.of(resource) : Optional.empty());
        });
    }

    @Override
    public void removePackage(RemovePackage operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                if (bench.made(operation.address())) {
                    bench.host().packages().remove(operation.name().value());
                    bench.host().units().removed(operation.name().value());
                }
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void putUser(PutUser operation) {
        bench.guard().perform(operation, () -> put(operation.user()));
    }

    private void put(UserResource user) {
        String name = user.name().value();
        bench.refuse(user.address(), bench.host().users().at(name).isPresent());
        bench.host().users().put(name, user.keys(), user.groups(), user.expires());
        bench.claim(user);
    }

    @Override
    public void removeUser(RemoveUser operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                bench.host().users().remove(operation.name().value());
                bench.host()
                        .barred()
                        .remove(Address.on(
                                bench.machine().name(),
                                Incident.USER_LOCK,
                                operation.name().value()));
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void putSudo(PutSudo operation) {
        bench.guard().perform(operation, () -> put(operation.sudo()));
    }

    private void put(SudoResource sudo) {
        String user = sudo.user().value();
        bench.refuse(sudo.address(), bench.host().users().mayRun(user).isPresent());
        bench.host().users().grant(Machine.sudoFile(user), user, sudo.commands());
        bench.claim(sudo);
    }

    @Override
    public void removeSudo(RemoveSudo operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                bench.host().users().revoke(Machine.sudoFile(operation.user().value()));
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void setSysctl(SetSysctl operation) {
        bench.guard().perform(operation, () -> {
            bench.refuseOthers(operation.setting().address());
            bench.host()
                    .kernel()
                    .set(operation.setting().key().value(), operation.setting().value());
            bench.claim(operation.setting());
        });
    }

    @Override
    public void unsetSysctl(UnsetSysctl operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                bench.host().kernel().unset(operation.key().value());
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void setSwap(SetSwap operation) {
        bench.guard().perform(operation, () -> {
            bench.refuseOthers(operation.swap().address());
            bench.host().kernel().swap(Optional.of(operation.swap().size()));
            bench.claim(operation.swap());
        });
    }

    @Override
    public void removeSwap(RemoveSwap operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                bench.host().kernel().swap(Optional.empty());
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void setTimeZone(SetTimeZone operation) {
        bench.guard().perform(operation, () -> {
            bench.refuseOthers(operation.zone().address());
            bench.host().kernel().zone(operation.zone().zone());
            bench.claim(operation.zone());
        });
    }

    @Override
    public void putUnit(PutUnit operation) {
        bench.guard().perform(operation, () -> put(operation.unit()));
    }

    private void put(UnitResource unit) {
        String name = unit.name().value();
        bench.refuse(
                unit.address(),
                unit.text().isPresent() && bench.host().units().text(name).isPresent());
        unit.text().ifPresent(text -> bench.host().units().write(name, text));
        NavigableMap<String, String> remembered = new TreeMap<>();
        unit.reads()
                .forEach((path, content) ->
                        remembered.put("reads " + path, bench.contents().of(content)));
        bench.machine().ownership().claim(bench.topology(), unit, remembered);
        List<String> reads = unit.reads().keySet().stream().map(HostPath::value).toList();
        if (unit.active() && bench.host().units().isStale(name, reads)) {
            bench.host().units().restart(name);
        }
        bench.host().units().bring(name, unit.enabled(), unit.active());
    }

    @Override
    public void removeUnit(RemoveUnit operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                boolean own =
                        bench.machine().manifest().at(operation.address()).flatMap(entry -> entry.written()).stream()
                                .anyMatch(resource -> resource instanceof UnitResource unit
                                        && unit.text().isPresent());
                if (own) {
                    bench.host().units().remove(operation.name().value());
                }
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void restartUnit(RestartUnit operation) {
        bench.guard().perform(operation, () -> {
            String name = operation.name().value();
            if (name.equals("docker.service")
                    && bench.machine().engine().settings().isEmpty()) {
                throw new OperationFailedException(
                        "Failed to restart docker.service: the container engine is not installed.");
            }
            bench.host().units().restart(name);
        });
    }

    @Override
    public void putLinkKey(PutLinkKey operation) {
        bench.guard().perform(operation, () -> links.putKey(operation));
    }

    @Override
    public void removeLinkKey(RemoveLinkKey operation) {
        bench.guard().perform(operation, () -> links.removeKey(operation));
    }

    @Override
    public void putLink(PutLink operation) {
        bench.guard().perform(operation, () -> links.put(operation));
    }

    @Override
    public void removeLink(RemoveLink operation) {
        bench.guard().perform(operation, () -> links.remove(operation));
    }
}
