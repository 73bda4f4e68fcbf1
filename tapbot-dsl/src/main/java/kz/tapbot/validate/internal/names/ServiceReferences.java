package kz.tapbot.validate.internal.names;

import java.util.List;
import java.util.function.Supplier;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2004 and TB2005: what a service refers to is declared, and on its own server where it must be. */
final class ServiceReferences implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        References references = new References(estate, findings);
        for (ServiceEntry entry : estate.services()) {
            networks(estate, findings, references, entry);
            volumes(estate, findings, references, entry);
            services(findings, references, entry);
            others(references, entry);
        }
    }

    private static void networks(Estate estate, Findings findings, References references, ServiceEntry entry) {
        for (Attachment attachment : entry.service().networks()) {
            NetworkId network = attachment.network();
            if (estate.network(network).isEmpty()) {
                references.unknown(
                        () -> entry.at("networks." + network.network()),
                        network.address(),
                        networks(estate, network.server()));
            } else if (!network.server().equals(entry.server().name())) {
                elsewhere(findings, entry.at("networks." + network.network()), "joins", network.address(), """
                        A container network is a bridge inside one machine; no cable leads to it from another.
                        Join a network of its own server, and reach the other server's services over a link:
                            t.link("backbone", Cidr.of("10.100.0.0/24"), l -> l.joins(app, data).lets(bot).reach(postgres, 5432));
                        """);
            }
        }
    }

    private static void volumes(Estate estate, Findings findings, References references, ServiceEntry entry) {
        for (Mount mount : entry.service().mounts()) {
            mount.volume().ifPresent(volume -> volume(estate, findings, references, entry, "mounts", volume));
        }
        for (StoredData data : entry.service().stores()) {
            data.volume().ifPresent(volume -> volume(estate, findings, references, entry, "stores", volume));
        }
    }

    private static void volume(
            Estate estate,
            Findings findings,
            References references,
            ServiceEntry entry,
            String setting,
            VolumeId volume) {
        if (estate.volume(volume).isEmpty()) {
            references.unknown(() -> entry.at(setting), volume.address(), volumes(estate, volume.server()));
        } else if (!volume.server().equals(entry.server().name())) {
            elsewhere(findings, entry.at(setting), setting, volume.address(), """
                    A volume is a directory on one machine's disk; a container on another cannot see it.
                    Declare the volume on the service's own server, or move the service to where the data is.
                    """);
        }
    }

    private static void services(Findings findings, References references, ServiceEntry entry) {
        for (Need need : entry.service().needs()) {
            references.service(() -> entry.at("needs." + need.service(), "needs"), need.service());
        }
        for (Route route : entry.service().routes()) {
            Supplier<Subject> said = () -> entry.route(route);
            ServiceId proxy = route.proxy();
            if (references.service(said, proxy)
                    && !proxy.server().equals(entry.server().name())) {
                elsewhere(findings, said.get(), "is served by", proxy.address(), """
                        A proxy reaches services over networks that it shares with them, and networks end at their server.
                        Serve it by a proxy of its own server.
                        """);
            }
        }
    }

    private static void others(References references, ServiceEntry entry) {
        entry.service()
                .environment()
                .forEach((name, value) -> value.secret()
                        .ifPresent(secret ->
                                references.secret(() -> entry.at("environment." + name, "environment"), secret)));
        for (ContainerFile file : entry.service().files()) {
            references.content(() -> entry.at("files." + file.path(), "files"), file.content());
        }
        for (Provision provision : entry.service().provisions()) {
            provision.input().ifPresent(input -> references.content(() -> entry.at("provisions"), input));
        }
        for (Publication publication : entry.service().publications()) {
            references.addressSets(() -> entry.publication(publication), publication.from());
        }
        for (Route route : entry.service().routes()) {
            references.addressSets(() -> entry.route(route), route.openTo());
            route.login().password().ifPresent(secret -> references.secret(() -> entry.route(route), secret));
        }
        entry.service().calls().forEach(api -> references.api(() -> entry.at("calls." + api, "calls"), api));
    }

    private static void elsewhere(Findings findings, Subject from, String does, Address to, String whyAndCure) {
        findings.add(
                TopologyCode.OTHER_SERVER,
                from,
                "{} {} {}, which is on another server.\n" + whyAndCure,
                from,
                does,
                to);
    }

    private static List<Address> networks(Estate estate, ServerName server) {
        return estate.server(server)
                .map(found -> found.networks().stream()
                        .map(network -> new NetworkId(server, network.name()).address())
                        .toList())
                .orElse(List.of());
    }

    static List<Address> volumes(Estate estate, ServerName server) {
        return estate.server(server)
                .map(found -> found.volumes().stream()
                        .map(volume -> new VolumeId(server, volume.name()).address())
                        .toList())
                .orElse(List.of());
    }
}
