package kz.tapbot.runtime.memory.internal.act;

import java.util.Collections;
import java.util.Optional;
import kz.tapbot.runtime.memory.internal.host.Jails;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.PutJail;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.operation.RemoveFirewall;
import kz.tapbot.runtime.operation.RemoveJail;
import kz.tapbot.runtime.operation.RemoveSshd;
import kz.tapbot.runtime.resource.JailResource;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Operations on firewall, sshd and jails. */
public final class ProtectionWork implements ProtectionOperations {

    private final Bench bench;

    /** With that bench. */
    public ProtectionWork(Bench bench) {
        this.bench = bench;
    }

    @Override
    public void putFirewall(PutFirewall operation) {
        bench.guard().perform(operation, () -> {
            bench.refuseOthers(operation.firewall().address());
            bench.host().firewall().ours(Optional.of(operation.firewall().openings()));
            bench.host().firewall().networks(operation.firewall().networks());
            bench.claim(operation.firewall());
        });
    }

    @Override
    public void removeFirewall(RemoveFirewall operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                bench.host().firewall().ours(Optional.empty());
                bench.host().firewall().networks(Collections.emptySortedSet());
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void putSshd(PutSshd operation) {
        bench.guard().perform(operation, () -> {
            bench.refuseOthers(operation.sshd().address());
            bench.host().sshd().write(operation.sshd().settings());
            bench.claim(operation.sshd());
        });
    }

    @Override
    public void removeSshd(RemoveSshd operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                bench.host().sshd().remove();
                bench.forget(operation.address());
            }
        });
    }

    @Override
    public void putJail(PutJail operation) {
        bench.guard().perform(operation, () -> put(operation.jail()));
    }

    private void put(JailResource jail) {
        String name = jail.jail().name();
        bench.refuseOthers(jail.address());
        if (!bench.host().packages().has("fail2ban")) {
            throw new OperationFailedException("Setting the jail " + name + " failed: fail2ban is not installed.");
        }
        bench.host().jails().put(new Jails.Cell(jail.jail(), jail.ignored()));
        bench.claim(jail);
    }

    @Override
    public void removeJail(RemoveJail operation) {
        bench.guard().perform(operation, () -> {
            if (bench.ours(operation.address())) {
                bench.host().jails().remove(operation.name());
                bench.forget(operation.address());
            }
        });
    }
}
