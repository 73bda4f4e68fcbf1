package kz.tapbot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
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
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.MonthlyCost;
import kz.tapbot.model.value.Texts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** Whatever text a factory is given, it makes a value or refuses; it never fails in another way, and never says what it was given raw. */
class AnyStringTest {

    /** Every factory that takes a text, with a text that it takes. */
    private static final Map<String, Tuple2<Function<String, ?>, String>> FACTORIES = factories();

    @Property(tries = 1000)
    void any_text_makes_a_value_or_is_refused_in_plain_words(@ForAll("texts") String text) {
        FACTORIES.forEach((name, factory) -> accepts(name, factory.get1(), text));
    }

    @Property(tries = 1000)
    void a_good_text_with_something_wrong_makes_a_value_or_is_refused_in_plain_words(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FACTORIES.forEach((name, factory) -> accepts(name, factory.get1(), mutated(factory.get2(), random)));
    }

    @Test
    void every_factory_takes_its_own_example_whatever_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[] {"tr-TR", "ar", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "en"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                FACTORIES.forEach((name, factory) -> assertThat(
                                String.valueOf(factory.get1().apply(factory.get2())))
                        .as("%s in %s", name, language)
                        .matches("[ -~]+"));
                FACTORIES.forEach((name, factory) -> accepts(name, factory.get1(), "I\u0130\u0131\u0661"));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings().ascii().ofMaxLength(300),
                Arbitraries.strings()
                        .withChars("ab.-_/:@0129 \n\u0000\u0430\u200b\ud83d[]{}$%*?;|&'\"\\")
                        .ofMaxLength(40),
                Arbitraries.strings().withChars("a1.-/:").ofMinLength(1000).ofMaxLength(5000));
    }

    private static void accepts(String name, Function<String, ?> factory, String text) {
        try {
            Object value = factory.apply(text);
            assertThat(value).as("%s of %s", name, text).isNotNull();
            assertThat(value).hasSameHashCodeAs(factory.apply(text)).isEqualTo(factory.apply(text));
        } catch (InvalidValueException e) {
            assertThat(e.getMessage()).as("%s of %s", name, text).matches("[ -~]{10,700}");
            assertThat(e.code()).isNotNull();
        }
    }

    private static String mutated(String good, SplittableRandom random) {
        String wrong = "\n\0\t;|&$`'\"\\*?<>()[]{}%#~! \u0430\u202e\u200b\u0661\ud83d\u00e9AZaz09.-_/:@,=+";
        StringBuilder text = new StringBuilder(good);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            char c = wrong.charAt(random.nextInt(wrong.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, c);
                case 1 -> text.setLength(at);
                case 2 -> text.insert(at, text.toString());
                default -> text.replace(at, Math.min(at + 1, text.length()), String.valueOf(c));
            }
        }
        return text.toString();
    }

    private static Map<String, Tuple2<Function<String, ?>, String>> factories() {
        Map<String, Tuple2<Function<String, ?>, String>> all = new LinkedHashMap<>();
        names(all);
        all.put("IpAddress", Tuple.of(IpAddress::of, "2001:db8::1"));
        all.put("Cidr", Tuple.of(Cidr::of, "10.20.0.0/24"));
        all.put("HostAddress", Tuple.of(HostAddress::of, "203.0.113.20"));
        all.put("HostName", Tuple.of(HostName::of, "app.example.com"));
        all.put("Port", Tuple.of(Port::of, "51820/udp"));
        all.put("Image", Tuple.of(Image::of, "registry.example:5000/team/bot:1.4.2@sha256:" + "a".repeat(64)));
        all.put("HostPath", Tuple.of(HostPath::of, "/var/backups/tapbot"));
        all.put("ContainerPath", Tuple.of(ContainerPath::of, "/data"));
        all.put("DataSize", Tuple.of(DataSize::of, "512MiB"));
        all.put("Cpus", Tuple.of(Cpus::of, "0.5"));
        all.put("FileMode", Tuple.of(FileMode::of, "0644"));
        all.put("EmailAddress", Tuple.of(EmailAddress::of, "ops@example.com"));
        all.put("Command", Tuple.of(text -> Command.of(text), "pg_isready"));
        all.put("MonthlyCost", Tuple.of(text -> MonthlyCost.of(554, text), "RUB"));
        all.put("Texts.line", Tuple.of(text -> Texts.line("line", text), "a line"));
        all.put("Texts.content", Tuple.of(text -> Texts.content("content", text), "some text"));
        all.put("UserName", Tuple.of(UserName::of, "monitor"));
        all.put("UnitName", Tuple.of(UnitName::of, "cron.service"));
        all.put("PackageName", Tuple.of(PackageName::of, "libstdc++6"));
        all.put("SysctlKey", Tuple.of(SysctlKey::of, "net.ipv4.ip_forward"));
        all.put("SshPublicKey", Tuple.of(SshPublicKey::of, "ssh-ed25519 " + "A".repeat(68) + " me@laptop"));
        all.put("HostKeyFingerprint", Tuple.of(HostKeyFingerprint::of, "SHA256:" + "A".repeat(43)));
        all.put("OperatingSystem", Tuple.of(OperatingSystem::ubuntu, "24.04"));
        all.put("Schedule.dailyAt", Tuple.of(Schedule::dailyAt, "02:00"));
        all.put("Schedule.cron", Tuple.of(Schedule::cron, "0 2 * * 1-5"));
        all.put("EnvironmentValue", Tuple.of(EnvironmentValue::text, "info"));
        all.put("SecretSource.environment", Tuple.of(SecretSource::environment, "DB_PASSWORD"));
        all.put("SecretSource.file", Tuple.of(SecretSource::file, "/root/keys/db"));
        all.put("Attachment", Tuple.of(text -> new Attachment(NetworkId.of("data/web"), List.of(text)), "db.internal"));
        return all;
    }

    private static void names(Map<String, Tuple2<Function<String, ?>, String>> all) {
        all.put("TopologyName", Tuple.of(TopologyName::of, "tapbot-kz"));
        all.put("ServerName", Tuple.of(ServerName::of, "data"));
        all.put("ServiceName", Tuple.of(ServiceName::of, "postgres"));
        all.put("ProvisionKind", Tuple.of(ProvisionKind::of, "database"));
        all.put("ServiceKind", Tuple.of(ServiceKind::of, "container"));
        all.put("NetworkName", Tuple.of(NetworkName::of, "web"));
        all.put("VolumeName", Tuple.of(VolumeName::of, "pgdata"));
        all.put("DataName", Tuple.of(DataName::of, "files"));
        all.put("BackupName", Tuple.of(BackupName::of, "nightly"));
        all.put("LinkName", Tuple.of(LinkName::of, "wg"));
        all.put("AlertName", Tuple.of(AlertName::of, "cpu"));
        all.put("NotifierName", Tuple.of(NotifierName::of, "ops"));
        all.put("AddressSetName", Tuple.of(AddressSetName::of, "admins"));
        all.put("OutsideApiName", Tuple.of(OutsideApiName::of, "telegram"));
        all.put("CertificateAuthorityName", Tuple.of(CertificateAuthorityName::of, "letsencrypt"));
        all.put("SecretName", Tuple.of(SecretName::of, "db-password"));
        all.put("ServiceId", Tuple.of(ServiceId::of, "data/postgres"));
        all.put("NetworkId", Tuple.of(NetworkId::of, "data/web"));
        all.put("VolumeId", Tuple.of(VolumeId::of, "data/pgdata"));
        all.put("DataId", Tuple.of(DataId::of, "data/postgres/orders"));
        all.put("Address", Tuple.of(Address::parse, "service:data/postgres"));
    }
}
