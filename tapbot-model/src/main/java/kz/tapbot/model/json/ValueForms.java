package kz.tapbot.model.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.value.Bandwidth;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.model.value.MonthlyCost;

/** The forms of small values. */
final class ValueForms {

    private static final String PATH = "^/[A-Za-z0-9/._+@:,=-]*$";

    static final Form<Boolean> FLAG = new FlagForm();
    static final Form<String> TEXT = TextForm.of("a text", Function.identity());
    static final Form<Integer> NUMBER = NumberForm.whole(Integer::valueOf, Integer::intValue);
    static final Form<Integer> TCP = NumberForm.whole(number -> Port.tcp(number).number(), Integer::intValue);
    static final Form<Integer> UDP = NumberForm.whole(number -> Port.udp(number).number(), Integer::intValue);

    static final Form<Port> PORT =
            TextForm.of("a port such as 443/tcp", Port::of).matching("^[1-9][0-9]{0,4}/(?:tcp|udp)$");
    static final Form<Cidr> CIDR =
            TextForm.of("a block of addresses such as 10.20.0.0/24", Cidr::of).matching("^[0-9A-Fa-f.:]+(?:/[0-9]+)?$");
    static final Form<IpAddress> IP =
            TextForm.of("an IP address", IpAddress::of).matching("^[0-9A-Fa-f.:]+$");
    static final Form<HostAddress> HOST_ADDRESS = TextForm.of("an IP address or a host name", HostAddress::of);
    static final Form<HostName> HOST_NAME = TextForm.of("a host name", HostName::of);

    static final Form<DataSize> SIZE =
            TextForm.of("a size such as 512MiB", DataSize::of).matching("^[0-9]{1,19}(?:B|KiB|MiB|GiB|TiB)$");
    static final Form<Cpus> CPUS = TextForm.of("a number of CPUs such as \"2\" or \"0.5\"", Cpus::of)
            .matching("^[0-9]{1,4}(?:\\.[0-9]{1,3})?$");
    static final Form<Bandwidth> BANDWIDTH = NumberForm.whole(Bandwidth::mbit, Bandwidth::megabitsPerSecond);
    static final Form<FileMode> MODE =
            TextForm.of("a file mode such as 0644", FileMode::of).matching("^0[0-7]{3}$");
    static final Form<HostPath> HOST_PATH =
            TextForm.of("an absolute path", HostPath::of).matching(PATH);
    static final Form<ContainerPath> CONTAINER_PATH =
            TextForm.of("an absolute path", ContainerPath::of).matching(PATH);
    static final Form<EmailAddress> MAIL =
            TextForm.of("a mail address", EmailAddress::of).matching("^[^@ ]+@[^@ ]+$");

    static final Form<Duration> DURATION =
            TextForm.of("a duration such as PT30S, PT5M or PT1H (ISO 8601)", Duration::parse);
    static final Form<LocalTime> TIME = TextForm.of("a time of day such as 02:00", LocalTime::parse);
    static final Form<LocalDate> DATE = TextForm.of("a date such as 2027-01-31", LocalDate::parse);
    static final Form<ZoneId> ZONE = TextForm.of("a time zone such as Europe/Moscow", ZoneId::of);

    static final Form<Command> COMMAND =
            new MappedForm<>(ListForm.list(TEXT), words -> Command.of(List.copyOf(words)), Command::arguments);
    static final Form<MonthlyCost> COST = cost();

    private ValueForms() {}

    private static Form<MonthlyCost> cost() {
        RecordSpec<MonthlyCost> spec = RecordSpec.of("cost", "What something costs a month.");
        Part<BigDecimal> amount = spec.required(
                "amount", NumberForm.decimal(), MonthlyCost::amount, "Zero or more, with at most two decimal places.");
        Part<Currency> currency = spec.required(
                "currency",
                TextForm.of("an ISO 4217 code such as RUB", Currency::getInstance)
                        .matching("^[A-Z]{3}$"),
                MonthlyCost::currency,
                "The currency, as ISO 4217 has it.");
        return spec.made(parts -> new MonthlyCost(parts.get(amount), parts.get(currency)));
    }

    /** The number that may be absent, as other optional values are. */
    static Optional<Integer> optional(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** A list of what a set of the model takes. */
    static <E> List<E> list(Collection<E> values) {
        return List.copyOf(values);
    }
}
