package kz.tapbot.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.Setting;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;

/**
 * Settings of a PostgreSQL server. What is not said keeps the server's own default; each is said once.
 *
 * @see <a href="https://www.postgresql.org/docs/16/runtime-config.html">PostgreSQL, server configuration</a>
 */
@SpeaksForCaller
public final class PostgresTuning {

    /** Written by us always: without the first nobody can connect, the others would weaken who may. */
    private static final Set<String> OURS =
            Set.of("listen_addresses", "password_encryption", "port", "config_file", "data_directory", "hba_file");

    private final Map<String, Setting<String>> settings = new TreeMap<>();
    private final List<Twice> twice = new ArrayList<>();
    private Optional<Setting<DataSize>> memory = Optional.empty();

    private record Twice(String name, Setting<String> later, Setting<String> earlier) {}

    PostgresTuning() {}

    /** Says how much memory is shared for caching pages; a quarter of the machine is a good start. The limit grows with it. */
    public PostgresTuning sharedBuffers(DataSize size) {
        memory = Optional.of(Setting.here(limitFor(size)));
        return put("shared_buffers", size(size));
    }

    /** Says how much memory the planner may expect for caching in all, the system's own cache included. */
    public PostgresTuning effectiveCacheSize(DataSize size) {
        return put("effective_cache_size", size(size));
    }

    /** Says how much memory one sort or hash may take before it goes to disk. */
    public PostgresTuning workMem(DataSize size) {
        return put("work_mem", size(size));
    }

    /** Says how many clients may be connected, from 4 on: three places are kept for the superuser. */
    public PostgresTuning maxConnections(int clients) {
        if (clients < 4 || clients > 10_000) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "PostgreSQL serves 4 to 10000 connections here, not " + clients + ".");
        }
        return put("max_connections", Integer.toString(clients));
    }

    /** Logs every statement that takes at least so long. */
    public PostgresTuning logStatementsFrom(Duration duration) {
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(20)) > 0) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "Statements are logged from 0 to 20 days on, not " + duration + ".");
        }
        return put("log_min_duration_statement", duration.toMillis() + "ms");
    }

    /**
     * Says any other setting by its name in {@code postgresql.conf}.
     *
     * @throws InvalidValueException if the name cannot be one or is Tapbot's to write, or the value holds a control character
     */
    public PostgresTuning setting(String name, String value) {
        if (!name.matches("[a-z_]{1,60}(\\.[a-z_]{1,60})?") || OURS.contains(name)) {
            throw new InvalidValueException(
                    ModelCode.BAD_TEXT,
                    "A setting of PostgreSQL is lower-case letters and underscores, and none of those that Tapbot writes (listen_addresses, "
                            + "password_encryption, port and places of files); " + InvalidValueException.show(name)
                            + " cannot be said.");
        }
        if (value.length() > 1000 || value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new InvalidValueException(
                    ModelCode.BAD_TEXT,
                    "The value of " + name + " holds no control characters and at most 1000 characters.");
        }
        return put(name, value);
    }

    private PostgresTuning put(String name, String value) {
        Setting<String> later = Setting.here(value);
        Setting<String> earlier = settings.put(name, later);
        if (earlier != null) {
            twice.add(new Twice(name, later, earlier));
        }
        return this;
    }

    void report(Declaration on) {
        for (Twice each : twice) {
            on.report(
                    DslCode.SET_TWICE,
                    "The PostgreSQL setting " + each.name() + " is said twice. Remove one of both.",
                    each.later().at(),
                    each.earlier().at());
        }
    }

    /** The limit that the settings ask for, if they do. */
    Optional<Setting<DataSize>> memory() {
        return memory;
    }

    /** Half as much again for connections and maintenance, and 256 MiB for the processes themselves. */
    private static DataSize limitFor(DataSize shared) {
        long mebibytes = Math.max(1, shared.bytes() / DataSize.mib(1).bytes());
        return DataSize.mib(Math.max(512, mebibytes + mebibytes / 2 + 256));
    }

    /** The unit letters of PostgreSQL are B, kB, MB, GB and TB, each 1024 of the one before. */
    private static String size(DataSize size) {
        String text = size.toString().replace("iB", "B").replace("KB", "kB");
        if (!text.endsWith("kB") && !text.endsWith("MB") && !text.endsWith("GB") && !text.endsWith("TB")) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY, "PostgreSQL takes sizes in whole KiB, not " + size + ".");
        }
        return text;
    }

    /** The whole configuration file. A file of one's own stands in place of the image's, so what the image would set is said here. */
    String render() {
        StringBuilder out = new StringBuilder("# Written by Tapbot. Changes are lost; declare them instead.\n");
        out.append("listen_addresses = '*'\n");
        out.append("password_encryption = 'scram-sha-256'\n");
        if (!settings.containsKey("log_timezone")) {
            out.append("log_timezone = 'UTC'\n");
        }
        if (!settings.containsKey("timezone")) {
            out.append("timezone = 'UTC'\n");
        }
        settings.forEach((name, value) -> out.append(name)
                .append(" = '")
                .append(value.value().replace("\\", "\\\\").replace("'", "''"))
                .append("'\n"));
        return out.toString();
    }
}
