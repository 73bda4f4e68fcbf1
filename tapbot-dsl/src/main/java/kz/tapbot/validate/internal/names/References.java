package kz.tapbot.validate.internal.names;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2004: tells of references that lead nowhere, with the nearest name. The DSL cannot make one; JSON and builders can. */
final class References {

    private final Estate estate;
    private final Findings findings;
    private final Set<SecretName> secrets = new HashSet<>();
    private final Set<OutsideApiName> apis = new HashSet<>();
    private final Set<NotifierName> notifiers = new HashSet<>();

    References(Estate estate, Findings findings) {
        this.estate = estate;
        this.findings = findings;
        for (SecretDeclaration secret : estate.topology().secrets()) {
            secrets.add(secret.name());
        }
        for (OutsideApi api : estate.topology().outsideApis()) {
            apis.add(api.name());
        }
        for (Notifier notifier : estate.topology().notifiers()) {
            notifiers.add(notifier.name());
        }
    }

    void secret(Supplier<Subject> from, SecretName to) {
        if (!secrets.contains(to)) {
            List<Address> declared = estate.topology().secrets().stream()
                    .map(SecretDeclaration::address)
                    .toList();
            unknown(from, Address.of("secret", to), declared);
        }
    }

    void content(Supplier<Subject> from, Content content) {
        content.parts().forEach(part -> part.secret().ifPresent(secret -> secret(from, secret)));
    }

    void addressSets(Supplier<Subject> from, Collection<AddressSetName> to) {
        for (AddressSetName name : to) {
            if (estate.addressSet(name).isEmpty()) {
                List<Address> declared = estate.topology().addressSets().stream()
                        .map(AddressSet::address)
                        .toList();
                unknown(from, Address.of("addresses", name), declared);
            }
        }
    }

    void api(Supplier<Subject> from, OutsideApiName to) {
        if (!apis.contains(to)) {
            List<Address> declared = estate.topology().outsideApis().stream()
                    .map(OutsideApi::address)
                    .toList();
            unknown(from, Address.of("outside", to), declared);
        }
    }

    void notifier(Supplier<Subject> from, NotifierName to) {
        if (!notifiers.contains(to)) {
            List<Address> declared = estate.topology().notifiers().stream()
                    .map(Notifier::address)
                    .toList();
            unknown(from, Address.of("notifier", to), declared);
        }
    }

    boolean server(Supplier<Subject> from, ServerName to) {
        boolean known = estate.server(to).isPresent();
        if (!known) {
            List<Address> declared =
                    estate.servers().stream().map(Server::address).toList();
            unknown(from, Address.of("server", to), declared);
        }
        return known;
    }

    boolean service(Supplier<Subject> from, ServiceId to) {
        boolean known = estate.service(to).isPresent();
        if (!known) {
            List<Address> declared = estate.server(to.server())
                    .map(server -> server.services().stream()
                            .map(service -> new ServiceId(server.name(), service.name()).address())
                            .toList())
                    .orElse(List.of());
            unknown(from, to.address(), declared);
        }
        return known;
    }

    void unknown(Supplier<Subject> from, Address to, List<Address> declared) {
        String nearest = Nearest.to(to, declared)
                .map(address -> "\nDid you mean " + address + "?")
                .orElse("");
        findings.add(TopologyCode.UNKNOWN_REFERENCE, from.get(), """
                {} refers to {}, which is not declared.{}
                Nothing can be planned for what is not there.
                Declare it, or correct the name; in Java, use the handle that its declaration returns.
                """, from.get(), to, nearest);
    }
}
