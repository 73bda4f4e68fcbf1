package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.host.result.SurveyCode;

/** Collects what is found on one server. */
final class Findings {

    private final ServerName server;
    private final Set<String> delegates;
    private final List<Diagnostic> all = new ArrayList<>();

    /** On that server, with accounts that are somebody's. */
    Findings(ServerName server, Set<String> delegates) {
        this.server = server;
        this.delegates = delegates;
    }

    ServerName server() {
        return server;
    }

    void add(SurveyCode code, String... sentences) {
        add(code, Address.of("server", server), sentences);
    }

    void add(SurveyCode code, Address address, String... sentences) {
        all.add(new Diagnostic(code, address, String.join("\n", sentences), List.of()));
    }

    /** Of a user, whatever its name is like; under the address that the checks know a delegate by. */
    void ofUser(SurveyCode code, String user, String... sentences) {
        boolean plain = user.matches("[a-z_][a-z0-9_-]{0,31}");
        add(
                code,
                plain
                        ? Address.on(server, delegates.contains(user) ? "delegate" : "user", user)
                        : Address.of("server", server),
                sentences);
    }

    List<Diagnostic> all() {
        return all;
    }
}
