package kz.tapbot.runtime.view;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Notifier;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.secret.SecretDeclaration;

/** Everything that a topology declares, by address: what was said of it, what it needs and what needs it. */
public final class Things {

    private final SortedMap<Address, Thing> all = new TreeMap<>();
    private final Map<Address, SortedSet<Address>> users = new TreeMap<>();

    private Things() {}

    /** Of a topology. */
    public static Things of(Topology topology) {
        Things things = new Things();
        things.add(new ThingDraft(topology.address(), topology.places())
                .fact("description", topology.description())
                .fact("servers", topology.servers().size()));
        topology.addressSets()
                .forEach(set -> things.add(new ThingDraft(set.address(), set.places()).list("blocks", set.blocks())));
        topology.zones().forEach(zone -> things.add(zone(zone)));
        topology.certificateAuthorities()
                .forEach(authority -> things.add(new ThingDraft(authority.address(), authority.places())
                        .fact("directory", authority.directory())
                        .fact("contact", authority.contact())));
        topology.secrets().forEach(secret -> things.add(secret(secret)));
        topology.outsideApis()
                .forEach(api -> things.add(new ThingDraft(api.address(), api.places())
                        .fact("host", api.host())
                        .fact("port", api.port())));
        topology.registryLogins()
                .forEach(login -> things.add(new ThingDraft(login.address(), login.places())
                        .fact("user", login.user())
                        .secrets(java.util.List.of(login.password()))));
        topology.servers().forEach(server -> ServerThings.of(server).forEach(things::add));
        topology.links().forEach(link -> things.add(link(link)));
        topology.backups().forEach(backup -> things.add(backup(backup)));
        topology.notifiers().forEach(notifier -> things.add(notifier(notifier)));
        topology.alerts().forEach(alert -> things.add(alert(alert)));
        things.turnRound();
        return things;
    }

    /** By address. */
    public SortedMap<Address, Thing> all() {
        return Collections.unmodifiableSortedMap(all);
    }

    /** The thing of that address. */
    public Optional<Thing> at(Address address) {
        return Optional.ofNullable(all.get(address));
    }

    /** The addresses of what refers to the thing of that address. */
    public SortedSet<Address> usersOf(Address address) {
        return users.getOrDefault(address, Collections.emptySortedSet());
    }

    private void add(ThingDraft draft) {
        Thing thing = draft.thing();
        all.put(thing.address(), thing);
    }

    private void turnRound() {
        all.values()
                .forEach(thing -> thing.needs()
                        .forEach(needed -> users.computeIfAbsent(needed, address -> new TreeSet<>())
                                .add(thing.address())));
    }

    private static ThingDraft zone(Zone zone) {
        return new ThingDraft(zone.address(), zone.places())
                .fact("provider", zone.provider())
                .list(
                        "records",
                        zone.records().stream()
                                .map(each -> each.name() + " " + each.type() + " " + String.join(" ", each.values()))
                                .toList());
    }

    /** The name of a variable, file or command; never a value. */
    private static ThingDraft secret(SecretDeclaration secret) {
        String kind = secret.source().kind().name().toLowerCase(java.util.Locale.ROOT);
        String first = secret.source().arguments().isEmpty()
                ? ""
                : " " + secret.source().arguments().get(0);
        return new ThingDraft(secret.address(), secret.places()).fact("source", kind + first);
    }

    private static ThingDraft link(Link link) {
        ThingDraft draft = new ThingDraft(link.address(), link.places())
                .list("servers", link.servers())
                .fact("addresses", link.subnet())
                .fact("port", link.port() + "/udp")
                .list("permits", link.permits().stream().map(Things::text).toList());
        link.servers().forEach(server -> draft.needs(Address.of("server", server)));
        for (LinkPermit permit : link.permits()) {
            draft.needs(permit.from().address()).needs(permit.to().address());
        }
        return draft;
    }

    private static String text(LinkPermit permit) {
        return permit.from() + " to " + permit.to() + ":" + permit.port();
    }

    private static ThingDraft backup(Backup backup) {
        ThingDraft draft = new ThingDraft(backup.address(), backup.places())
                .list("saves", backup.sources())
                .fact("schedule", backup.schedule().map(Object::toString).orElse("by hand"))
                .list(
                        "keeps copies",
                        backup.targets().stream()
                                .map(target -> "in " + target.destination() + " for " + target.retention())
                                .toList())
                .fact("restore drill", backup.drill())
                .fact("encrypted with", backup.encryption())
                .secrets(backup.encryption().stream().toList());
        for (BackupSource source : backup.sources()) {
            source.data().map(DataId::address).ifPresent(draft::needs);
            source.volume().map(VolumeId::address).ifPresent(draft::needs);
            source.server().ifPresent(server -> draft.needs(Address.of("server", server)));
        }
        for (BackupTarget target : backup.targets()) {
            Destination destination = target.destination();
            if (destination instanceof Destination.Directory directory) {
                draft.needs(Address.of("server", directory.server()));
            } else if (destination instanceof Destination.S3 bucket) {
                draft.secrets(bucket.accessKey().stream().toList());
                draft.secrets(bucket.secretKey().stream().toList());
            } else if (destination instanceof Destination.Sftp sftp) {
                draft.secrets(java.util.List.of(sftp.key()));
            }
        }
        return draft;
    }

    private static ThingDraft notifier(Notifier notifier) {
        return new ThingDraft(notifier.address(), notifier.places())
                .fact("telegram chat", notifier.telegramChat())
                .fact("mail", notifier.mail())
                .secrets(notifier.telegramToken().stream().toList());
    }

    private static ThingDraft alert(Alert alert) {
        ThingDraft draft = new ThingDraft(alert.address(), alert.places())
                .fact("metric", alert.metric())
                .fact("severity", alert.severity())
                .list("tells", alert.notifies());
        alert.threshold().ifPresent(threshold -> draft.fact("from", threshold));
        alert.notifies().forEach(name -> draft.needs(Address.of("notifier", name)));
        return draft;
    }
}
