package kz.tapbot.runtime.cli;

import kz.tapbot.model.Topology;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.report.EstatePage;

/** {@code report}: the estate as one page of HTML. */
final class ReportVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Topology topology = in.topology();
        String page = EstatePage.render(topology, ReadyRules.standard());
        in.arguments().value("--out").ifPresent(file -> {
            UserFile.write(file, page);
            in.note("Written: " + Shown.line(file));
        });
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE).put("page", page).pretty());
        } else if (!in.arguments().has("--out")) {
            in.outExactly(page);
        }
        return ExitCode.DONE;
    }
}
