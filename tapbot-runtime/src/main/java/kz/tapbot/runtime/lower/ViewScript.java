package kz.tapbot.runtime.lower;

import java.util.List;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.HostPath;

/**
 * The one program by which delegates look at containers: exact words, fixed arguments, bounded time and output, control characters made
 * visible. It takes nothing from its caller but a word and a name that are both compared with what is written in it.
 */
final class ViewScript {

    static final HostPath PATH = HostPath.of("/usr/local/sbin/tapbot-view");

    private static final String HEAD = """
            #!/bin/sh
            # Written by Tapbot from the declaration; changes made here are lost.
            # What a delegate may see of containers as root, and nothing else.
            set -u
            PATH=/usr/sbin:/usr/bin:/sbin:/bin
            export PATH

            show() {
                timeout 20 "$@" 2>&1 | head -c 1048576 | cat -v
            }

            refuse() {
                echo 'usage: tapbot-view ps | stats | logs CONTAINER' >&2
                exit 64
            }

            # One at a time: asking again and again shall not slow the server down.
            exec 9>/run/tapbot-view.lock
            flock -w 20 9 || exit 75

            case "$#:${1-}" in
            1:ps)
                show docker ps --all --format 'table {{.Names}}\\t{{.Status}}\\t{{.Image}}'
                ;;
            1:stats)
                show docker stats --no-stream --format 'table {{.Name}}\\t{{.CPUPerc}}\\t{{.MemUsage}}'
                ;;
            """;

    private static final String LOGS = """
            2:logs)
                case "$2" in
            """;

    private static final String TAIL = """
                *) refuse ;;
                esac
                ;;
            *) refuse ;;
            esac
            """;

    private ViewScript() {}

    /** The script for those services. */
    static String text(List<Service> services) {
        StringBuilder out = new StringBuilder(2048).append(HEAD).append(LOGS);
        for (Service service : services) {
            // A service's name is lower-case letters, digits and hyphens: nothing that a shell would read as more than
            // a word.
            out.append("    ")
                    .append(service.name())
                    .append(") show docker logs --tail 500 --since 24h -- ")
                    .append(service.name())
                    .append(" ;;\n");
        }
        return out.append(TAIL).toString();
    }
}
