package kz.tapbot.runtime.memory.internal.observe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.host.internal.survey.Account;
import kz.tapbot.runtime.host.internal.survey.Ban;
import kz.tapbot.runtime.host.internal.survey.Filter;
import kz.tapbot.runtime.host.internal.survey.FilterReading;
import kz.tapbot.runtime.host.internal.survey.Grant;
import kz.tapbot.runtime.host.internal.survey.Listener;
import kz.tapbot.runtime.host.internal.survey.Surroundings;
import kz.tapbot.runtime.host.internal.survey.Survey;
import kz.tapbot.runtime.host.internal.survey.UpdateReading;
import kz.tapbot.runtime.host.result.Surveyed;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.engine.SimNetwork;
import kz.tapbot.runtime.memory.internal.engine.SimVolume;
import kz.tapbot.runtime.memory.internal.host.Firewall;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.host.Units;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.resource.Opening;

/** A simulated server as somebody finds it who has not declared it. */
public final class Found {

    private static final String APT = "/etc/apt/apt.conf.d";

    private final Machine machine;
    private final Host host;
    private final Collection<IpAddress> addresses;

    /** A machine that is reached by those. */
    public Found(Machine machine, Collection<IpAddress> addresses) {
        this.machine = machine;
        this.host = machine.host();
        this.addresses = addresses;
    }

    /** It and what is wrong with it. */
    public Surveyed surveyed() {
        Optional<HostAddress> address = addresses.stream()
                .filter(each -> !each.isIpv6())
                .findFirst()
                .or(() -> addresses.stream().findFirst())
                .map(each -> HostAddress.of(each.value()));
        Server before = Server.builder()
                .name(machine.name())
                .host(address.orElseGet(() -> HostAddress.of(machine.name() + ".invalid")))
                .ssh(SshAccess.builder().port(host.sshd().port()).build())
                .networks(machine.engine().networks().values().stream()
                        .map(Found::network)
                        .toList())
                .volumes(machine.engine().volumes().values().stream()
                        .map(Found::volume)
                        .toList())
                .services(machine.engine().containers().values().stream()
                        .map(SimContainer::service)
                        .map(this::service)
                        .toList())
                .build();
        return Surroundings.of(before, survey());
    }

    private static Network network(SimNetwork network) {
        return Network.builder()
                .name(network.made().name())
                .internal(network.made().internal())
                .subnet(network.made().subnet())
                .subnetIpv6(network.made().subnetIpv6())
                .build();
    }

    private static Volume volume(SimVolume volume) {
        return Volume.builder().name(volume.made().name()).build();
    }

    /** An engine does not know who needs whom, nor of links to other servers. */
    private Service service(Service service) {
        return Service.builder()
                .from(service)
                .needs(List.of())
                .calls(List.of())
                .networks(service.networks().stream()
                        .filter(joined -> joined.network().server().equals(machine.name())
                                && machine.engine()
                                        .networks()
                                        .containsKey(joined.network().network().value()))
                        .toList())
                .build();
    }

    private Survey survey() {
        SortedMap<String, String> sysctl = new TreeMap<>();
        host.kernel()
                .persisted()
                .keySet()
                .forEach(key -> host.kernel().setting(key).ifPresent(value -> sysctl.put(key, value)));
        return Survey.builder()
                .release(host.release())
                .ipv6(addresses.stream().filter(IpAddress::isIpv6).findFirst())
                .zone(host.kernel().zone().getId())
                .swap(host.kernel().swap())
                .sysctl(sysctl)
                .filter(filter())
                .listeners(listeners())
                .accounts(accounts())
                .grants(grants())
                .sshd(host.sshd().effective())
                .bans(bans())
                .updates(UpdateReading.of(host.packages().has("unattended-upgrades"), apt()))
                .units(units())
                .engineStopped(!machine.engine().answers())
                .build();
    }

    private Filter filter() {
        Firewall firewall = host.firewall();
        if (firewall.ours().isPresent()) {
            return new Filter(
                    Filter.Kind.OURS,
                    firewall.ours().get(),
                    firewall.ufw() ? List.of(FilterReading.besideOurs()) : List.of());
        }
        if (!firewall.ufw()) {
            return Filter.none();
        }
        SortedSet<Opening> openings = new TreeSet<>();
        firewall.ufwAllows().forEach((port, from) -> openings.add(new Opening(port, from, false, "allowed by ufw")));
        return new Filter(Filter.Kind.UFW, openings, List.of());
    }

    private List<Listener> listeners() {
        List<Listener> all = new ArrayList<>();
        host.listeners()
                .all()
                .forEach((port, each) -> all.add(new Listener(port, each.local() ? "127.0.0.1" : "*", each.who())));
        return all;
    }

    private List<Account> accounts() {
        List<Account> all = new ArrayList<>();
        all.add(new Account(
                "root", 0, true, Account.Password.LOCKED, Collections.emptySortedSet(), Optional.empty(), List.of()));
        host.users()
                .all()
                .forEach((name, account) -> all.add(new Account(
                        name,
                        account.uid(),
                        true,
                        Account.Password.LOCKED,
                        account.groups(),
                        account.expires(),
                        account.keys().stream().map(SshPublicKey::value).toList())));
        return all;
    }

    private List<Grant> grants() {
        List<Grant> all = new ArrayList<>();
        for (String user : host.users().sudoers()) {
            host.users()
                    .mayRun(user)
                    .ifPresent(
                            commands -> commands.forEach(command -> all.add(new Grant(user, command, false, false))));
        }
        return all;
    }

    private List<Ban> bans() {
        return host.jails().all().values().stream()
                .map(cell -> new Ban(
                        cell.jail().name(),
                        cell.jail().maxRetry(),
                        seconds(cell.jail().findTime()),
                        seconds(cell.jail().banTime()),
                        true))
                .toList();
    }

    private static long seconds(Duration time) {
        return time.toSeconds();
    }

    private String apt() {
        StringBuilder all = new StringBuilder();
        host.files()
                .below(APT)
                .forEach((path, node) -> all.append(new String(node.bytes(), StandardCharsets.UTF_8))
                        .append('\n'));
        return all.toString();
    }

    private List<String> units() {
        return host.files().below(Units.DIRECTORY).keySet().stream()
                .map(path -> path.substring(Units.DIRECTORY.length()))
                .filter(name -> name.indexOf('/') < 0 && !name.startsWith("tapbot-"))
                .toList();
    }
}
