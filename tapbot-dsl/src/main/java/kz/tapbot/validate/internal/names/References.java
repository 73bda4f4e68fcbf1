package kz.tapbot.validate.internal.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.Name;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/**
 * TB2004: knows what is declared, and tells of references that lead nowhere, with the nearest name. The DSL cannot make one; JSON and
 * builders can. Asking and telling are apart so that a good estate costs no text.
 */
final class References {

    private final Estate estate;
    private final Findings findings;
    private final Set<Name> declared = new HashSet<>();

    References(Estate estate, Findings findings) {
        this.estate = estate;
        this.findings = findings;
        for (SecretDeclaration secret : estate.topology().secrets()) {
            declared.add(secret.name());
        }
        for (OutsideApi api : estate.topology().outsideApis()) {
            declared.add(api.name());
        }
        for (Notifier notifier : estate.topology().notifiers()) {
            declared.add(notifier.name());
        }
        for (AddressSet set : estate.topology().addressSets()) {
            declared.add(set.name());
        }
        for (Server server : estate.servers()) {
            declared.add(server.name());
        }
    }

    /** Whether a secret, outside service, notifier, address set or server of that name is not declared. */
    boolean lacks(Name name) {
        return !declared.contains(name);
    }

    boolean lacks(ServiceId id) {
        return estate.service(id).isEmpty();
    }

    void tell(Subject from, SecretName to) {
        List<Address> all = new ArrayList<>();
        estate.topology().secrets().forEach(secret -> all.add(secret.address()));
        tell(from, Address.of("secret", to), all);
    }

    void tell(Subject from, AddressSetName to) {
        List<Address> all = new ArrayList<>();
        estate.topology().addressSets().forEach(set -> all.add(set.address()));
        tell(from, Address.of("addresses", to), all);
    }

    void tell(Subject from, OutsideApiName to) {
        List<Address> all = new ArrayList<>();
        estate.topology().outsideApis().forEach(api -> all.add(api.address()));
        tell(from, Address.of("outside", to), all);
    }

    void tell(Subject from, NotifierName to) {
        List<Address> all = new ArrayList<>();
        estate.topology().notifiers().forEach(notifier -> all.add(notifier.address()));
        tell(from, Address.of("notifier", to), all);
    }

    void tell(Subject from, ServerName to) {
        List<Address> all = new ArrayList<>();
        estate.servers().forEach(server -> all.add(server.address()));
        tell(from, Address.of("server", to), all);
    }

    void tell(Subject from, ServiceId to) {
        List<Address> all = new ArrayList<>();
        estate.server(to.server()).map(Server::services).orElse(List.of()).stream()
                .limit(Nearest.MOST_CANDIDATES)
                .map(Service::name)
                .forEach(name -> all.add(new ServiceId(to.server(), name).address()));
        tell(from, to.address(), all);
    }

    void tell(Subject from, NetworkId to) {
        List<Address> all = new ArrayList<>();
        estate.server(to.server()).map(Server::networks).orElse(List.of()).stream()
                .limit(Nearest.MOST_CANDIDATES)
                .map(Network::name)
                .forEach(name -> all.add(new NetworkId(to.server(), name).address()));
        tell(from, to.address(), all);
    }

    void tell(Subject from, VolumeId to) {
        List<Address> all = new ArrayList<>();
        estate.server(to.server()).map(Server::volumes).orElse(List.of()).stream()
                .limit(Nearest.MOST_CANDIDATES)
                .map(Volume::name)
                .forEach(name -> all.add(new VolumeId(to.server(), name).address()));
        tell(from, to.address(), all);
    }

    void tell(Subject from, Address to, List<Address> candidates) {
        String nearest = Nearest.to(to, candidates)
                .map(address -> "\nDid you mean " + address + "?")
                .orElse("");
        findings.add(TopologyCode.UNKNOWN_REFERENCE, from, """
                {} refers to {}, which is not declared.{}
                Nothing can be planned for what is not there.
                Declare it, or correct the name; in Java, use the handle that its declaration returns.
                """, from, to, nearest);
    }
}
