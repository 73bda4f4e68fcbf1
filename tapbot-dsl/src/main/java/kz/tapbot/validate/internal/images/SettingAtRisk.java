package kz.tapbot.validate.internal.images;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.tapbot.internal.product.Product;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2323: settings of PostgreSQL of which its own documentation says that data may be lost (chapters "Write Ahead Log" and "Routine Vacuuming"). */
final class SettingAtRisk implements ServiceCheck {

    private static final Pattern OFF =
            Pattern.compile("(?:^|\\s)(?:--)?(fsync|full_page_writes|autovacuum)\\s*=\\s*'?(?:off|false|no|0)\\b");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        if (!entry.product().equals(Optional.of(Product.POSTGRES))) {
            return;
        }
        List<String> lines = Stream.concat(
                        entry.words().stream(),
                        entry.service().files().stream()
                                .flatMap(file -> file.content().redacted().lines())
                                .filter(line -> !line.stripLeading().startsWith("#")))
                .toList();
        for (String line : lines) {
            Matcher matcher = OFF.matcher(line);
            if (matcher.find()) {
                String name = matcher.group(1);
                findings.add(
                        TopologyCode.SETTING_AT_RISK,
                        entry.at("command", "files"),
                        """
                        {} switches {} off.
                        {}
                        Remove the setting, or say that it is on:
                            .setting("{}", "on")
                        """,
                        entry.address(),
                        name,
                        harm(name),
                        name);
            }
        }
    }

    private static String harm(String name) {
        return name.equals("autovacuum")
                ? "Tables grow without end, and before its transaction numbers run out PostgreSQL stops taking writes until it is vacuumed by hand."
                : "After a crash or a loss of power the whole database may not open any more, and a backup is all that is left.";
    }
}
