package kz.tapbot.runtime.cli;

import java.util.List;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.DayToDay;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.event.EventListener;

/** {@code prune}: shows what of ours is not needed any more, and removes it only when told to. */
final class PruneVerb implements Verb {

    private static final int SHORT_ID = 12;

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.standing(in, EventListener.NONE);
        List<ServerName> where = Targets.servers(in, servers.topology());
        DayToDay daily = servers.runtime().daily();
        List<Leftover> found = daily.leftovers(servers.topology(), where);
        boolean removed = in.arguments().has("--yes") && !found.isEmpty();
        List<Leftover> told = removed ? daily.prune(servers.topology(), found) : found;
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE)
                    .put("removed", removed)
                    .put("bytes", bytes(told))
                    .put("leftovers", told.stream().map(PruneVerb::json).toList())
                    .pretty());
        } else if (told.isEmpty()) {
            in.out("Nothing of ours lies about.");
        } else {
            StringBuilder out = new StringBuilder();
            told.forEach(leftover -> out.append(removed ? "removed  " : "unused   ")
                    .append(text(leftover))
                    .append('\n'));
            out.append(removed ? "Freed " : "This would free ")
                    .append(Sizes.bytes(bytes(told)))
                    .append(removed ? ".\n" : ". Nothing was removed: run again with --yes.\n");
            in.outExactly(out.toString());
        }
        return ExitCode.DONE;
    }

    private static long bytes(List<Leftover> leftovers) {
        return leftovers.stream().mapToLong(Leftover::bytes).sum();
    }

    private static String text(Leftover leftover) {
        if (leftover instanceof Leftover.OldImage image) {
            String called = image.names().isEmpty() ? "without a name" : String.join(", ", image.names());
            return image.server() + "  image " + shortened(image.id()) + " " + called + "  "
                    + Sizes.bytes(image.bytes());
        }
        return leftover.server() + "  releases of " + ((Leftover.OldReleases) leftover).service()
                + ", which is not declared any more";
    }

    private static String shortened(String id) {
        String hash = id.substring(id.indexOf(':') + 1);
        return hash.substring(0, Math.min(SHORT_ID, hash.length()));
    }

    private static Json json(Leftover leftover) {
        Json json = new Json().put("server", leftover.server()).put("bytes", leftover.bytes());
        if (leftover instanceof Leftover.OldImage image) {
            return json.put("kind", "image").put("id", image.id()).put("names", List.copyOf(image.names()));
        }
        return json.put("kind", "releases").put("service", ((Leftover.OldReleases) leftover).service());
    }
}
