#!/bin/sh
# Keeps out whom somebody has shut out, by IPv4 and IPv6: before everything else, what they have open already too, from the server and its containers alike.
# Written by Tapbot.
set -u
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
status=0

for family in 4 6; do
    tables="iptables -w 10 -t mangle"
    [ "$family" = 4 ] || tables="ip6tables -w 10 -t mangle"
    # The bans of jails are fail2ban's to make and to lift.
    $tables -N TAPBOT-JAIL 2>/dev/null
    $tables -C PREROUTING -j TAPBOT-JAIL 2>/dev/null || $tables -I PREROUTING 1 -j TAPBOT-JAIL || status=1
    rules=/etc/tapbot/gate.v$family
    if [ -e "$rules" ]; then
        "${tables%% *}-restore" -w 10 --noflush <"$rules" || { status=1; continue; }
        $tables -C PREROUTING -j TAPBOT-GATE 2>/dev/null || $tables -I PREROUTING 1 -j TAPBOT-GATE || status=1
    else
        $tables -D PREROUTING -j TAPBOT-GATE 2>/dev/null
        $tables -F TAPBOT-GATE 2>/dev/null && $tables -X TAPBOT-GATE
    fi
done
exit "$status"
