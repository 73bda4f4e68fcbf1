package kz.tapbot.validate.internal.images;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2406: a program that is told to take as much memory as its container may have, or more, is killed once it does. */
final class MemorySetting implements ServiceCheck {

    private static final int POSTGRES_PAGE = 8192;
    private static final long MEBIBYTE = 1L << 20;

    /**
     * A setting that says how much memory a program takes.
     *
     * @param product whose setting it is; nobody's in particular if empty
     * @param name what it is called
     * @param text how it is written: the amount, and its unit if it has one
     * @param unit the bytes of an amount without a unit
     */
    private record Amount(Optional<Product> product, String name, Pattern text, long unit) {

        static Amount of(Product product, String name, String text, long unit) {
            return new Amount(Optional.of(product), name, Pattern.compile(text), unit);
        }

        static Amount ofAny(String name, String text, long unit) {
            return new Amount(Optional.empty(), name, Pattern.compile(text), unit);
        }

        OptionalLong in(String line) {
            Matcher matcher = text.matcher(line);
            if (!matcher.find() || matcher.group(1).length() > 15) {
                return OptionalLong.empty();
            }
            long amount = Long.parseLong(matcher.group(1));
            String letter = matcher.groupCount() < 2 || matcher.group(2) == null ? "" : matcher.group(2);
            return OptionalLong.of(amount * bytes(letter.toLowerCase(Locale.ROOT)));
        }

        private long bytes(String letter) {
            return switch (letter) {
                case "k" -> 1L << 10;
                case "m" -> 1L << 20;
                case "g" -> 1L << 30;
                default -> unit;
            };
        }
    }

    private static final String POOL = "innodb[-_]buffer[-_]pool[-_]size\\s*[= ]\\s*(\\d+)([kKmMgG])?";
    private static final List<Amount> AMOUNTS = List.of(
            Amount.of(
                    Product.POSTGRES,
                    "shared_buffers",
                    "(?:^|\\s)(?:--)?shared_buffers\\s*=\\s*'?(\\d+)\\s*([kMG])?",
                    POSTGRES_PAGE),
            Amount.of(Product.MYSQL, "innodb_buffer_pool_size", POOL, 1),
            Amount.of(Product.MARIADB, "innodb_buffer_pool_size", POOL, 1),
            Amount.of(Product.REDIS, "maxmemory", "(?:^|\\s)(?:--)?maxmemory\\s+(\\d+)([kKmMgG])?", 1),
            Amount.ofAny("-Xmx", "(?:^|\\s)-Xmx(\\d+)([kKmMgG])?", 1),
            Amount.ofAny("--max-old-space-size", "--max[-_]old[-_]space[-_]size[= ](\\d+)", 1L << 20));

    private static final List<String> OPTIONS = List.of(
            "JAVA_OPTS",
            "JAVA_OPTIONS",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "ES_JAVA_OPTS",
            "CATALINA_OPTS",
            "NODE_OPTIONS");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<DataSize> limit = entry.service().limits().memory();
        if (limit.isEmpty()) {
            return;
        }
        List<String> lines = lines(entry);
        for (Amount amount : AMOUNTS) {
            if (amount.product().isPresent() && !amount.product().equals(entry.product())) {
                continue;
            }
            lines.stream()
                    .map(amount::in)
                    .flatMapToLong(OptionalLong::stream)
                    .filter(bytes -> bytes >= limit.get().bytes())
                    .findFirst()
                    .ifPresent(bytes -> tell(findings, entry, amount.name(), DataSize.bytes(bytes), limit.get()));
        }
    }

    /** Where such settings stand: the command, written files without their comments, and variables that hold options. */
    private static List<String> lines(ServiceEntry entry) {
        Service service = entry.service();
        List<String> words = entry.words();
        Stream<String> command = words.isEmpty() ? Stream.empty() : Stream.of(String.join(" ", words));
        Stream<String> files = service.files().stream()
                .flatMap(file -> file.content().redacted().lines())
                .filter(line -> !line.stripLeading().startsWith("#"));
        Stream<String> variables = OPTIONS.stream().flatMap(name -> entry.text(name).stream());
        return Stream.of(command, files, variables).flatMap(each -> each).toList();
    }

    private static void tell(Findings findings, ServiceEntry entry, String name, DataSize asked, DataSize limit) {
        findings.add(
                TopologyCode.MEMORY_SETTING,
                entry.at("limits.memory", "limits"),
                """
                {} is told by {} to take {}, and is killed beyond {}.
                It would work until it is busy for the first time, and then end without a word of its own.
                Set it well below the limit, which holds connections, threads and the program as well, or raise the limit:
                    .limits(l -> l.memory(mib({})))
                """,
                entry.address(),
                name,
                asked,
                limit,
                asked.bytes() * 3 / 2 / MEBIBYTE + 256);
    }
}
