package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.daily.IncidentAction;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.operation.Ban;
import kz.tapbot.runtime.operation.Isolate;
import kz.tapbot.runtime.operation.LiftIsolation;
import kz.tapbot.runtime.operation.LockUser;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.Unban;
import kz.tapbot.runtime.operation.UnlockUser;

/** Plans what is ordered when somebody breaks in: not towards what is declared, but because somebody asks for it. */
public final class IncidentPlanning {

    private final Topology topology;
    private final IncidentAction action;
    private final List<Diagnostic> refusals = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private IncidentPlanning(Topology topology, IncidentAction action) {
        this.topology = topology;
        this.action = action;
    }

    /** A plan for some servers of a topology; what is so already is left out, unless it has lost its effect. */
    public static Plan plan(
            Topology topology,
            IncidentAction action,
            Collection<ServerName> servers,
            Map<ServerName, ServerFacts> found) {
        IncidentPlanning planning = new IncidentPlanning(topology, action);
        for (Server server : topology.servers()) {
            ServerFacts facts = found.get(server.name());
            if (servers.contains(server.name()) && facts != null) {
                planning.plan(server, facts.incidents());
            }
        }
        Map<Address, Boolean> fingerprint = new TreeMap<>();
        planning.changes.forEach(change -> fingerprint.put(change.address(), action.shut()));
        return new Plan(
                topology.name(),
                action + " " + fingerprint,
                planning.changes,
                new Report(Address.topology(topology.name()), planning.refusals));
    }

    private void plan(Server server, List<Incident> standing) {
        Address address = address(server.name());
        Optional<Incident> stands =
                standing.stream().filter(one -> one.address().equals(address)).findFirst();
        if (action.shut() ? stands.filter(one -> isAsOrdered(one, server)).isPresent() : stands.isEmpty()) {
            return;
        }
        String refusal = action.shut() ? refusal(server) : "";
        if (!refusal.isEmpty()) {
            refusals.add(new Diagnostic(
                    RuntimeCode.INCIDENT_REFUSED,
                    address,
                    refusal,
                    server.places().declaration().stream().toList()));
            return;
        }
        Operation shut = operation(server, address, true);
        Operation let = operation(server, address, false);
        changes.add(new Change(
                address,
                server.name(),
                action.shut() ? Action.CREATE : Action.REMOVE,
                List.of(),
                "it was ordered",
                List.of(consequence(server), ResourcePlanning.LOCK_OUT),
                List.of(),
                List.of(
                        action.shut()
                                ? Step.of(
                                        shut,
                                        stands.map(one -> asBefore(one, shut)).orElse(let))
                                : Step.of(let, shut)),
                Collections.emptySortedSet(),
                true));
    }

    /** Who administers a server may have changed since it was isolated. */
    private boolean isAsOrdered(Incident one, Server server) {
        return one.inEffect()
                && (!one.address().kind().equals(Incident.ISOLATION)
                        || one.only().equals(administrators(server)));
    }

    /** What stands is not ended because ordering it anew fails. */
    private static Operation asBefore(Incident one, Operation shut) {
        return shut instanceof Isolate ? new Isolate(one.address(), one.only()) : shut;
    }

    private Address address(ServerName server) {
        if (action instanceof IncidentAction.OfAddress ban) {
            return Address.on(server, Incident.BAN, ban.who().toString());
        }
        if (action instanceof IncidentAction.OfUser lock) {
            return Address.on(server, Incident.USER_LOCK, lock.user().value());
        }
        return new Address(Incident.ISOLATION, server.value());
    }

    private Operation operation(Server server, Address address, boolean shut) {
        if (action instanceof IncidentAction.OfAddress ban) {
            return shut ? new Ban(address, ban.who()) : new Unban(address, ban.who());
        }
        if (action instanceof IncidentAction.OfUser lock) {
            return shut ? new LockUser(address, lock.user()) : new UnlockUser(address, lock.user());
        }
        return shut ? new Isolate(address, administrators(server)) : new LiftIsolation(address);
    }

    private String consequence(Server server) {
        if (action instanceof IncidentAction.OfAddress ban) {
            return action.shut()
                    ? "Nothing from " + ban.who() + " reaches the server or its containers; what it has open is cut."
                    : ban.who() + " reaches what the firewall lets it reach.";
        }
        if (action instanceof IncidentAction.OfUser lock) {
            return action.shut()
                    ? "User " + lock.user() + " is shut out, and everything it runs is ended."
                    : "User " + lock.user() + " may log in again with the keys that it had.";
        }
        return action.shut()
                ? "Only "
                        + String.join(
                                ", ",
                                administrators(server).stream().map(Cidr::value).toList())
                        + " reach the server and its containers; what others have open is cut."
                : "Whoever the firewall lets in reaches the server and its containers.";
    }

    /** Why it must not be; empty if it may. That whoever orders it can still log in is tried. */
    private String refusal(Server server) {
        if (action instanceof IncidentAction.OfAddress ban) {
            return refusal(server, ban.who());
        }
        if (action instanceof IncidentAction.OfUser lock) {
            String user = lock.user().value();
            return user.equals(server.ssh().user())
                    ? "User " + user + " is who Tapbot logs in as.\nIts lock could not be lifted again."
                            + " Log in as somebody else, or take its keys away at the console."
                    : "";
        }
        return administrators(server).isEmpty()
                ? "Nobody is declared to administer it, so that nobody could reach it any more.\nSay who does:\n    .administeredFrom(office)"
                : "";
    }

    private String refusal(Server server, IpAddress who) {
        if (administrators(server).stream().anyMatch(block -> block.contains(who))) {
            return who
                    + " is one of those who administer the server.\nWhoever lifts the ban has to come from there. Ban another address.";
        }
        for (Server other : topology.servers()) {
            if (other.host().value().equals(who.toString())) {
                return who + " is server " + other.name()
                        + " of the same topology.\nIsolate that server if it was broken into.";
            }
        }
        return "";
    }

    private SortedSet<Cidr> administrators(Server server) {
        SortedSet<Cidr> all = new TreeSet<>();
        for (AddressSet set : topology.addressSets()) {
            if (server.administeredFrom().contains(set.name())) {
                all.addAll(set.blocks());
            }
        }
        return all;
    }
}
