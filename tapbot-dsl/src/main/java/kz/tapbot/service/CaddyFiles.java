package kz.tapbot.service;

import kz.tapbot.model.value.Command;

/**
 * How Caddy gets its configuration: a file in a volume, which a restart finds again.
 *
 * @see <a href="https://caddyserver.com/docs/running#reloading-the-config">Caddy, loading a configuration while it runs</a>
 */
final class CaddyFiles {

    /** What a Caddy starts with that was never told anything. */
    static final String FIRST = "/etc/caddy/Caddyfile";

    /** The authority of the issuer's own server. */
    static final String ISSUER = "/etc/caddy/issuer.pem";

    static final String HEAD = "# Written by Tapbot. Changes are lost; declare them instead.\n";

    /** Port 80 alone answers, and says that there is nothing yet. */
    static final String NOTHING_YET = HEAD + ":80 {\n\trespond 503\n}\n";

    /** Its own interface, open inside the container only. */
    static final String ADMIN = "http://127.0.0.1:2019/config/";

    private static final String DIRECTORY = "/config/tapbot";

    static final String START = "f=" + DIRECTORY + "/Caddyfile; [ -s \"$f\" ] || f=" + FIRST
            + "; exec caddy run --config \"$f\" --adapter caddyfile";

    /** There, as it was written, and what Caddy runs by. */
    static final Command PROBE = Command.of("sh", "-c", """
            cd /config/tapbot && sha256sum -c file.sum >/dev/null 2>&1 &&
            [ "$(wget -q -O - http://127.0.0.1:2019/config/ | sha256sum)" = "$(cat running.sum)" ]
            """);

    /**
     * Judged first, then put in place by a rename, which is one step, then loaded. If it cannot be loaded after all, the one before is put back. Only root
     * may read it: it has hashes of passwords in it.
     */
    static final Command PUT = Command.of("sh", "-c", """
            set -eu
            umask 077
            mkdir -p /config/tapbot
            cd /config/tapbot
            cat > Caddyfile.new
            caddy validate --config Caddyfile.new --adapter caddyfile >said 2>&1 || { tail -n 3 said >&2; exit 1; }
            [ ! -e Caddyfile ] || ln -f Caddyfile Caddyfile.before
            mv Caddyfile.new Caddyfile
            if ! caddy reload --config Caddyfile --adapter caddyfile --force >said 2>&1; then
              tail -n 3 said >&2
              [ ! -e Caddyfile.before ] || mv Caddyfile.before Caddyfile
              exit 1
            fi
            sha256sum Caddyfile > file.sum
            wget -q -O - http://127.0.0.1:2019/config/ | sha256sum > running.sum
            """);

    private CaddyFiles() {}
}
