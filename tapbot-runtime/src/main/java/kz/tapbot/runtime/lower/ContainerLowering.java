package kz.tapbot.runtime.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.LinkUse;
import kz.tapbot.runtime.resource.ProvisionResource;

/** Containers, and what is made inside them. */
final class ContainerLowering {

    private final Site site;
    private final Map<NetworkName, Address> networks = new HashMap<>();
    private final Map<VolumeName, Address> volumes = new HashMap<>();
    private final SortedSet<LinkUse> links;

    private ContainerLowering(Site site) {
        this.site = site;
        this.links = LinkLowering.uses(site);
        for (Network network : site.server().networks()) {
            networks.put(
                    network.name(),
                    Address.on(site.name(), "network", network.name().value()));
        }
        for (Volume volume : site.server().volumes()) {
            volumes.put(
                    volume.name(),
                    Address.on(site.name(), "volume", volume.name().value()));
        }
    }

    static void lower(Site site) {
        ContainerLowering lowering = new ContainerLowering(site);
        for (Service service : site.server().services()) {
            if (!service.planned()) {
                lowering.lower(service);
            }
        }
    }

    private void lower(Service declared) {
        SortedSet<LinkUse> uses = new TreeSet<>();
        Service.Builder joined = Service.builder().from(declared);
        SortedSet<Address> linked = new TreeSet<>();
        for (LinkUse use : links) {
            if (use.end().service().service().equals(declared.name())) {
                uses.add(use);
                joined.addNetworks(
                        Attachment.to(new NetworkId(site.name(), use.end().network())));
                linked.add(
                        Address.on(site.name(), "network", use.end().network().value()));
            }
        }
        Service service = uses.isEmpty() ? declared : joined.build();
        linked.addAll(requires(declared));
        ContainerResource container =
                new ContainerResource(site.name(), service, uses, site.estate().login(service), linked);
        site.add(container);
        if (!service.provisions().isEmpty()) {
            SortedSet<Address> running = Site.set(container.address());
            for (Provision provision : service.provisions()) {
                site.add(new ProvisionResource(site.name(), service.name(), provision, running));
            }
        }
    }

    /** Whoever needs a service needs what is made inside it as well: a consumer of a database waits for the database. */
    private SortedSet<Address> requires(Service service) {
        SortedSet<Address> requires = new TreeSet<>();
        requires.add(site.engine());
        if (site.server().firewall() && !service.publications().isEmpty()) {
            requires.add(site.firewall());
        }
        for (Attachment attachment : service.networks()) {
            Address network = networks.get(attachment.network().network());
            if (network != null) {
                requires.add(network);
            }
        }
        for (Mount mount : service.mounts()) {
            mount.host().ifPresent(path -> requires.addAll(site.makersOf(path)));
            Address volume = mount.volume().isPresent()
                    ? volumes.get(mount.volume().get().volume())
                    : null;
            if (volume != null) {
                requires.add(volume);
            }
        }
        for (Need need : service.needs()) {
            List<Address> ready = site.estate().ready(need.service());
            requires.addAll(ready);
        }
        return requires;
    }
}
