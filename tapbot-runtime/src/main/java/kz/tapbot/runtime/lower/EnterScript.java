package kz.tapbot.runtime.lower;

import kz.tapbot.model.value.HostPath;

/**
 * The one program that a delegate who may deploy runs by sudo: it takes no argument, reads what to run as root from its input, and keeps nothing of it. Whoever
 * may start it is root; what it spares is a login as root, and the group {@code docker}, which is root without a trace in sudo's log.
 */
final class EnterScript {

    static final HostPath PATH = HostPath.of("/usr/local/lib/tapbot/enter");

    /** A shell reads its input line by line only by {@code read}; all else would take away what is behind the line. */
    static final String TEXT = """
            #!/bin/sh
            # Written by Tapbot from the declaration; changes made here are lost.
            # How Tapbot works on this server after a login as somebody else than root. Who may start this may do everything.
            set -u
            PATH=/usr/sbin:/usr/bin:/sbin:/bin
            export PATH
            cd /
            IFS= read -r what || exit 64
            case $what in
            engine) exec docker system dial-stdio ;;
            '' | *[!0-9]* | ????????*) exit 64 ;;
            esac
            eval "$(head -c "$what")"
            """;

    private EnterScript() {}
}
