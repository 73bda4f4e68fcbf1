package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.SortedMap;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.spi.LockHolder;

/** {@code lock}: who works on which server. A lock vanishes with its connection, so that there is nothing to break open. */
final class LockVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        in.arguments().operand().filter(word -> !word.equals("status")).ifPresent(word -> {
            throw new UsageException(
                    "\"lock\" has no " + Shown.of(word) + ".",
                    "There is: lock status. A lock vanishes with the connection of who holds it.");
        });
        Servers servers = Servers.of(in, EventListener.NONE);
        SortedMap<ServerName, LockHolder> holders = servers.runtime().lockHolders(servers.topology());
        if (in.json()) {
            List<Json> locks = holders.entrySet().stream()
                    .map(entry -> new Json()
                            .put("server", entry.getKey())
                            .put("who", entry.getValue().who())
                            .put("purpose", entry.getValue().purpose())
                            .put("since", entry.getValue().since()))
                    .toList();
            in.outExactly(in.document(ExitCode.DONE).put("locks", locks).pretty());
        } else if (holders.isEmpty()) {
            in.out("No server is locked.");
        } else {
            holders.forEach((server, holder) -> in.out("Server " + server + " is locked by " + holder + "."));
        }
        return ExitCode.DONE;
    }
}
