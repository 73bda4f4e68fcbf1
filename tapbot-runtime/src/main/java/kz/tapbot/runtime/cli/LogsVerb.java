package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.apply.CancelToken;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.event.EventListener;

/** {@code logs}: what containers say, several of them merged in the order of time. */
final class LogsVerb implements Verb {

    /** Where neither a moment nor a number is said: what fits on a few screens. */
    private static final int USUAL_TAIL = 100;

    @Override
    public ExitCode run(Invocation in) {
        LogQuery query = query(in);
        Predicate<String> wanted = wanted(in);
        Servers servers = Servers.standing(in, EventListener.NONE);
        List<ServiceId> services = Targets.services(in, servers.topology());
        boolean one = services.stream().map(ServiceId::server).distinct().count() == 1;
        int width = services.stream()
                .mapToInt(service -> label(service, one).length())
                .max()
                .orElse(0);
        CancelToken cancel = new CancelToken();
        Streaming<LogLine> out = new Streaming<>(in, cancel, line -> {
            if (!wanted.test(line.text())) {
                return "";
            }
            return in.json() ? json(line).line() : text(in, line, label(line.service(), one), width);
        });
        Streaming.untilInterrupted(
                query.follow(), cancel, () -> servers.runtime().daily().logs(servers.topology(), services, query, out));
        return ExitCode.DONE;
    }

    private static String label(ServiceId service, boolean oneServer) {
        return oneServer ? service.service().value() : service.toString();
    }

    private static String text(Invocation in, LogLine line, String label, int width) {
        String head = label + " ".repeat(width - label.length()) + " | ";
        String time = in.arguments().has("--timestamps") ? line.at() + " " : "";
        return Paint.CYAN.on(head, in.colour()) + time + line.text() + "\n";
    }

    private static Json json(LogLine line) {
        return new Json()
                .put("format", Invocation.FORMAT)
                .put("event", "log")
                .put("server", line.service().server())
                .put("service", line.service().service())
                .put("at", line.at())
                .put("stream", line.error() ? "stderr" : "stdout")
                .put("text", line.text());
    }

    private static LogQuery query(Invocation in) {
        Optional<String> since = in.arguments().value("--since");
        Optional<String> tail = in.arguments().value("--tail");
        OptionalInt last = since.isPresent() ? OptionalInt.empty() : OptionalInt.of(USUAL_TAIL);
        return new LogQuery(
                in.arguments().has("--follow"),
                since.map(Times::since),
                tail.map(LogsVerb::number).orElse(last));
    }

    private static OptionalInt number(String text) {
        if (text.equals("all")) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,7}")) {
            throw new UsageException(
                    "Not a number of lines: " + Shown.of(text) + ".", "For example --tail 20, or --tail all");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static Predicate<String> wanted(Invocation in) {
        Optional<String> text = in.arguments().value("--grep");
        int flags = (in.arguments().has("--ignore-case") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (in.arguments().has("--regex") ? 0 : Pattern.LITERAL);
        if (text.isEmpty()) {
            if (in.arguments().has("--regex") || in.arguments().has("--ignore-case")) {
                throw new UsageException("There is nothing to look for.", "For example --grep error --ignore-case");
            }
            return line -> true;
        }
        try {
            Pattern pattern = Pattern.compile(text.get(), flags);
            return line -> found(pattern, line);
        } catch (PatternSyntaxException e) {
            throw new UsageException(
                    "Not a regular expression: " + Shown.of(text.get()) + ".",
                    "Without --regex it is looked for as it stands.");
        }
    }

    private static boolean found(Pattern pattern, String line) {
        try {
            return pattern.matcher(line).find();
        } catch (StackOverflowError e) {
            throw new UsageException(
                    "The regular expression is too deep for a line of " + line.length() + " characters.",
                    "Use a simpler one, without a repeated choice such as (a|b)*.");
        }
    }
}
