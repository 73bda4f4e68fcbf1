package kz.tapbot.runtime.host.internal.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.host.internal.look.EngineReading;
import kz.tapbot.runtime.host.internal.look.OsRelease;
import kz.tapbot.runtime.host.internal.look.SettingReading;
import kz.tapbot.runtime.spi.Cleaned;

/** Reads what a real server says of itself. */
public final class SurveyReading {

    private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d{1,12}) kB\\s*");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d+: (\\S+)\\s+inet6 ([0-9a-f:]+)/\\d+ scope global(?: (.*?))?(?:\\\\.*)?");

    /** Interfaces that engines, links and virtual machines make. */
    private static final Pattern INNER = Pattern.compile("(docker|br-|veth|wg|tun|tap|virbr|lxc|cni|flannel).*");

    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    private final Parts parts;

    /** Of what a look and a survey said. */
    public SurveyReading(Parts parts) {
        this.parts = parts;
    }

    /** All of it. */
    public Survey read() {
        List<Listener> listeners = Listener.read(parts.at("listeners"));
        Optional<IpAddress> ipv6 = ipv6();
        return Survey.builder()
                .release(new OsRelease(parts.at("os")).release())
                .size(size())
                .ipv6(ipv6)
                .zone(SettingReading.zone(parts.at("zone")).getOrDefault("zone", "UTC"))
                .swap(SettingReading.swap(parts.at("swap")).map(swap -> DataSize.of(swap.getOrDefault("size", "1B"))))
                .sysctl(sysctl())
                .filter(new FilterReading(parts, ipv6.isPresent(), listeners).read())
                .listeners(listeners)
                .accounts(AccountReading.of(parts))
                .locked(parts.at("locked").lines().toList())
                .modes(FileMode.read(parts.at("modes")))
                .grants(Grant.read(parts.at("sudo-all")))
                .sshd(SettingReading.sshd(parts.at("sshd")))
                .bans(Ban.read(parts.at("jails"), parts.at("gate4")))
                .updates(UpdateReading.of(
                        parts.at("packages").lines().anyMatch("unattended-upgrades installed"::equals),
                        parts.at("apt")))
                .units(units())
                .engineStopped(!parts.at("engine").isEmpty() && !EngineReading.runs(parts.at("engine")))
                .build();
    }

    private Optional<ServerSize> size() {
        Matcher memory = MEMORY.matcher(parts.at("memory"));
        String cpus = parts.at("cpus").strip();
        Optional<Long> disk = parts.at("disk")
                .lines()
                .skip(1)
                .map(line -> line.split("\\s+", -1))
                .filter(fields -> fields.length >= 6 && fields[1].matches("\\d{1,12}"))
                .map(fields -> Long.parseLong(fields[1]) * KIB)
                .findFirst();
        if (!memory.matches() || !cpus.matches("[1-9]\\d{0,2}") || disk.isEmpty()) {
            return Optional.empty();
        }
        long bytes = Long.parseLong(memory.group(1)) * KIB;
        return bytes < MIB || disk.get() < MIB
                ? Optional.empty()
                : Optional.of(new ServerSize(
                        Cpus.cpus(Integer.parseInt(cpus)), DataSize.mib(bytes / MIB), DataSize.mib(disk.get() / MIB)));
    }

    /** One that stays, and not of a private block (RFC 4193). */
    private Optional<IpAddress> ipv6() {
        return parts.at("addresses")
                .lines()
                .map(line -> ADDRESS.matcher(line.strip()))
                .filter(Matcher::matches)
                .filter(address -> !INNER.matcher(address.group(1)).matches())
                .filter(address -> !address.group(2).matches("f[cd].*"))
                .filter(address ->
                        address.group(3) == null || !address.group(3).matches(".*(temporary|deprecated|tentative).*"))
                .flatMap(address -> address(address.group(2)).stream())
                .findFirst();
    }

    private static Optional<IpAddress> address(String text) {
        try {
            return Optional.of(IpAddress.of(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private SortedMap<String, String> sysctl() {
        NavigableMap<String, String> all = new TreeMap<>();
        parts.at("sysctl-own").lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                all.put(
                        Cleaned.line(line.substring(0, space), 100),
                        Cleaned.line(line.substring(space + 1).strip().replaceAll("\\s+", " "), 200));
            }
        });
        return all;
    }

    private List<String> units() {
        List<String> all = new ArrayList<>();
        parts.below("unit ", (name, text) -> {
            if (!name.startsWith("tapbot-")) {
                all.add(Cleaned.line(name, 80));
            }
        });
        return all;
    }

    static Optional<LocalDate> lastDay(String days) {
        return days.matches("\\d{1,7}")
                ? Optional.of(LocalDate.ofEpochDay(Long.parseLong(days) - 1))
                : Optional.empty();
    }
}
