package kz.tapbot.model.json;

import java.util.function.Function;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.AlertName;
import kz.tapbot.model.name.BackupName;
import kz.tapbot.model.name.CertificateAuthorityName;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.name.OutsideApiName;
import kz.tapbot.model.name.ProvisionKind;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;

/** The forms of names and references. */
final class NameForms {

    private static final String NAME = "[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?";

    static final Form<TopologyName> TOPOLOGY = name("a topology's name", TopologyName::of);
    static final Form<ServerName> SERVER = name("a server's name", ServerName::of);
    static final Form<ServiceName> SERVICE = name("a service's name", ServiceName::of);
    static final Form<ServiceKind> KIND = name("a kind of service", ServiceKind::of);
    static final Form<ProvisionKind> PROVISION_KIND = name("a kind of provision", ProvisionKind::of);
    static final Form<NetworkName> NETWORK = name("a network's name", NetworkName::of);
    static final Form<VolumeName> VOLUME = name("a volume's name", VolumeName::of);
    static final Form<DataName> DATA = name("a name of stored data", DataName::of);
    static final Form<BackupName> BACKUP = name("a backup's name", BackupName::of);
    static final Form<LinkName> LINK = name("a link's name", LinkName::of);
    static final Form<AlertName> ALERT = name("an alert's name", AlertName::of);
    static final Form<NotifierName> NOTIFIER = name("a notifier's name", NotifierName::of);
    static final Form<AddressSetName> ADDRESS_SET = name("an address set's name", AddressSetName::of);
    static final Form<OutsideApiName> OUTSIDE_API = name("an outside service's name", OutsideApiName::of);
    static final Form<CertificateAuthorityName> AUTHORITY = name("an issuer's name", CertificateAuthorityName::of);
    static final Form<SecretName> SECRET =
            name("a secret's name", SecretName::of).secret();

    static final Form<ServiceId> SERVICE_ID = reference("a reference server/service", 2, ServiceId::of);
    static final Form<NetworkId> NETWORK_ID = reference("a reference server/network", 2, NetworkId::of);
    static final Form<VolumeId> VOLUME_ID = reference("a reference server/volume", 2, VolumeId::of);
    static final Form<DataId> DATA_ID = reference("a reference server/service/data", 3, DataId::of);
    static final Form<Address> ADDRESS =
            TextForm.of("an address such as volume:data/pgdata", Address::parse).matching("^[^:]+:.+$");

    private NameForms() {}

    private static <T> TextForm<T> name(String what, Function<String, T> parse) {
        return TextForm.of(what, parse).matching("^" + NAME + "$");
    }

    private static <T> TextForm<T> reference(String what, int names, Function<String, T> parse) {
        return TextForm.of(what, parse).matching("^" + NAME + ("/" + NAME).repeat(names - 1) + "$");
    }
}
