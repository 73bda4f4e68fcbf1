package kz.tapbot.runtime.host.internal.act;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.host.internal.link.HostScripts;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.host.internal.look.FirewallRules;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.PutFirewall;
import kz.tapbot.runtime.operation.PutJail;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.operation.RemoveFirewall;
import kz.tapbot.runtime.operation.RemoveJail;
import kz.tapbot.runtime.operation.RemoveSshd;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.JailResource;
import kz.tapbot.runtime.resource.SshdResource;

/** Operations on firewall, sshd and jails. */
public final class ProtectionWork implements ProtectionOperations {

    private static final String WRITTEN = "# Written by Tapbot from the declaration; changes made here are lost.\n";
    private static final String LOADER = Places.LIB + "firewall";
    private static final String LOADER_UNIT = "tapbot-firewall.service";

    private final Bench bench;

    /** With that bench. */
    public ProtectionWork(Bench bench) {
        this.bench = bench;
    }

    @Override
    public void putFirewall(PutFirewall operation) {
        bench.inTurn(() -> put(operation.firewall()));
    }

    private void put(FirewallResource firewall) {
        bench.refuseOthers(firewall.address());
        bench.keyed();
        bench.bring(
                bench.entry(firewall, true, new TreeSet<>(), FirewallRules.compared(firewall)),
                "Replacing the rules of the firewall",
                steps -> steps.put(LOADER, "755", HostScripts.FIREWALL)
                        .put(Places.UNITS + LOADER_UNIT, "644", HostScripts.FIREWALL_UNIT)
                        .put(Places.RULES + 4, "600", FirewallRules.restore(firewall, false))
                        .put(Places.RULES + 6, "600", FirewallRules.restore(firewall, true))
                        .enable(LOADER_UNIT)
                        .run("/bin/sh", LOADER));
    }

    /** The loader stays: it has nothing to load then. */
    @Override
    public void removeFirewall(RemoveFirewall operation) {
        bench.inTurn(() -> bench.take(
                operation.address(),
                "Removing the rules of the firewall",
                steps -> steps.of("remove", Places.RULES + 4)
                        .of("remove", Places.RULES + 6)
                        .run("/bin/sh", LOADER)));
    }

    @Override
    public void putSshd(PutSshd operation) {
        bench.inTurn(() -> put(operation.sshd()));
    }

    private void put(SshdResource sshd) {
        bench.refuseOthers(sshd.address());
        String text = sshd.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue() + "\n")
                .collect(Collectors.joining("", WRITTEN, ""));
        String expected = sshd.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + printed(setting.getValue()) + "\n")
                .collect(Collectors.joining());
        bench.bring(
                sshd,
                "Setting sshd's settings",
                steps -> steps.of("sshd")
                        .bytes(text.getBytes(StandardCharsets.UTF_8))
                        .bytes(expected.getBytes(StandardCharsets.UTF_8)));
    }

    /** As {@code sshd -T} prints it, by its old name. */
    private static String printed(String value) {
        return value.equals("prohibit-password") ? "without-password" : value;
    }

    @Override
    public void removeSshd(RemoveSshd operation) {
        bench.inTurn(() -> bench.take(operation.address(), "Removing sshd's settings", steps -> steps.of("nosshd")));
    }

    @Override
    public void putJail(PutJail operation) {
        bench.inTurnOfJails(() -> put(operation.jail()));
    }

    private void put(JailResource jail) {
        String name = jail.jail().name();
        bench.refuseOthers(jail.address());
        if (!bench.ask("have", "fail2ban").equals("yes")) {
            throw new kz.tapbot.runtime.spi.OperationFailedException(
                    "Setting the jail " + name + " failed: fail2ban is not installed.");
        }
        String text = WRITTEN + "[" + name + "]\nenabled = true\n"
                // Debian 12 and later write no auth.log unless rsyslog is there; the journal is always.
                + (name.equals("sshd") ? "backend = systemd\n" : "")
                + "banaction = tapbot\nbanaction_allports = tapbot\n"
                + "maxretry = " + jail.jail().maxRetry()
                + "\nfindtime = " + jail.jail().findTime().toSeconds()
                + "\nbantime = " + jail.jail().banTime().toSeconds()
                + "\nignoreip = " + jail.ignored().stream().map(Cidr::value).collect(Collectors.joining(" ")) + "\n";
        bench.bring(
                jail,
                "Setting the jail " + name,
                steps -> reload(IncidentWork.gate(steps)
                                .put(Places.JAIL_ACTION, "644", HostScripts.JAIL_ACTION)
                                .put(Places.jail(name), "644", text))
                        .of("jail", name));
    }

    private static Steps reload(Steps steps) {
        return steps.of("jails");
    }

    @Override
    public void removeJail(RemoveJail operation) {
        bench.inTurnOfJails(() -> bench.take(
                operation.address(),
                "Removing the jail " + operation.name(),
                steps -> reload(steps.of("remove", Places.jail(operation.name())))));
    }
}
