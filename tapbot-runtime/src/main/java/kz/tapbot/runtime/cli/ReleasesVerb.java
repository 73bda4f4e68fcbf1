package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.view.TextTable;

/** {@code releases}: what a service ran before, as far as it can be brought back. */
final class ReleasesVerb implements Verb {

    private static final List<String> HEADS = List.of("Release", "Recorded", "By", "Image", "Id", "Note");
    private static final int SHORT_ID = 12;

    @Override
    public ExitCode run(Invocation in) {
        Servers servers = Servers.standing(in, EventListener.NONE);
        ServiceId service = Targets.service(in, servers.topology());
        List<Release> releases = servers.runtime().daily().releases(servers.topology(), service);
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE)
                    .put("server", service.server())
                    .put("service", service.service())
                    .put("releases", releases.stream().map(ReleasesVerb::json).toList())
                    .pretty());
        } else if (releases.isEmpty()) {
            in.out("No release of " + service
                    + " was recorded yet. One is whenever an apply has made its container healthy.");
        } else {
            in.outExactly(table(service, releases));
        }
        return ExitCode.DONE;
    }

    private static String table(ServiceId service, List<Release> releases) {
        List<List<String>> rows = new ArrayList<>();
        for (Release release : releases) {
            String note = rows.isEmpty() ? "newest" : "";
            if (release.rolledBackTo().isPresent()) {
                note += (note.isEmpty() ? "" : ", ") + "rolled back to "
                        + release.rolledBackTo().getAsInt();
            }
            rows.add(List.of(
                    Integer.toString(release.number()),
                    release.at().toString(),
                    release.who(),
                    release.image().value(),
                    shortened(release.imageId()),
                    note));
        }
        StringBuilder out = new StringBuilder();
        new TextTable("Releases of " + service, HEADS, rows).text(out);
        return out.toString();
    }

    private static String shortened(String id) {
        String hash = id.substring(id.indexOf(':') + 1);
        return hash.substring(0, Math.min(SHORT_ID, hash.length()));
    }

    static Json json(Release release) {
        Optional<Integer> back = release.rolledBackTo().isPresent()
                ? Optional.of(release.rolledBackTo().getAsInt())
                : Optional.empty();
        return new Json()
                .put("number", release.number())
                .put("at", release.at())
                .put("who", release.who())
                .put("image", release.image())
                .put("imageId", release.imageId())
                .put("rolledBackTo", back);
    }
}
