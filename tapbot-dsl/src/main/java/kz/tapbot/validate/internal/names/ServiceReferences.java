package kz.tapbot.validate.internal.names;

import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
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
            secrets(references, entry);
            addressSets(references, entry);
            for (OutsideApiName api : entry.service().calls()) {
                if (references.lacks(api)) {
                    references.tell(entry.at("calls." + api), api);
                }
            }
        }
    }

    private static void networks(Estate estate, Findings findings, References references, ServiceEntry entry) {
        for (Attachment attachment : entry.service().networks()) {
            NetworkId network = attachment.network();
            if (estate.network(network).isEmpty()) {
                references.tell(entry.at("networks." + network.network()), network);
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
            if (mount.volume().isPresent()) {
                volume(estate, findings, references, entry, mount.volume().get(), mount);
            }
        }
        for (StoredData data : entry.service().stores()) {
            if (data.volume().isPresent()) {
                volume(estate, findings, references, entry, data.volume().get(), data);
            }
        }
    }

    private static void volume(
            Estate estate, Findings findings, References references, ServiceEntry entry, VolumeId volume, Object user) {
        boolean unknown = estate.volume(volume).isEmpty();
        if (!unknown && volume.server().equals(entry.server().name())) {
            return;
        }
        Subject said = user instanceof Mount mount ? entry.at("mounts." + mount.target()) : entry.at("stores");
        if (unknown) {
            references.tell(said, volume);
        } else {
            elsewhere(findings, said, user instanceof Mount ? "mounts" : "stores data in", volume.address(), """
                    A volume is a directory on one machine's disk; a container on another cannot see it.
                    Declare the volume on the service's own server, or move the service to where the data is.
                    """);
        }
    }

    private static void services(Findings findings, References references, ServiceEntry entry) {
        for (Need need : entry.service().needs()) {
            if (references.lacks(need.service())) {
                references.tell(entry.at("needs." + need.service()), need.service());
            }
        }
        for (Route route : entry.service().routes()) {
            ServiceId proxy = route.proxy();
            if (references.lacks(proxy)) {
                references.tell(entry.route(route), proxy);
            } else if (!proxy.server().equals(entry.server().name())) {
                elsewhere(findings, entry.route(route), "is served by", proxy.address(), """
                        A proxy reaches services over networks that it shares with them, and networks end at their server.
                        Serve it by a proxy of its own server.
                        """);
            }
        }
    }

    private static void secrets(References references, ServiceEntry entry) {
        Service service = entry.service();
        for (Map.Entry<String, EnvironmentValue> variable :
                service.environment().entrySet()) {
            Optional<SecretName> secret = variable.getValue().secret();
            if (secret.isPresent() && references.lacks(secret.get())) {
                references.tell(entry.at("environment." + variable.getKey()), secret.get());
            }
        }
        for (ContainerFile file : service.files()) {
            content(references, entry, file.content(), file);
        }
        for (Provision provision : service.provisions()) {
            if (provision.input().isPresent()) {
                content(references, entry, provision.input().get(), provision);
            }
        }
        for (Route route : service.routes()) {
            Optional<SecretName> password = route.login().password();
            if (password.isPresent() && references.lacks(password.get())) {
                references.tell(entry.route(route), password.get());
            }
        }
    }

    private static void content(References references, ServiceEntry entry, Content content, Object user) {
        for (ContentPart part : content.parts()) {
            if (part.secret().isPresent() && references.lacks(part.secret().get())) {
                Subject said =
                        user instanceof ContainerFile file ? entry.at("files." + file.path()) : entry.at("provisions");
                references.tell(said, part.secret().get());
            }
        }
    }

    private static void addressSets(References references, ServiceEntry entry) {
        for (Publication publication : entry.service().publications()) {
            for (AddressSetName set : publication.from()) {
                if (references.lacks(set)) {
                    references.tell(entry.publication(publication), set);
                }
            }
        }
        for (Route route : entry.service().routes()) {
            for (AddressSetName set : route.openTo()) {
                if (references.lacks(set)) {
                    references.tell(entry.route(route), set);
                }
            }
        }
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
}
