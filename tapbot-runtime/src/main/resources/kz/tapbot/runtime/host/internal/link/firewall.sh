#!/bin/sh
# Puts Tapbot's rules before all others, for IPv4 and IPv6, or takes them away where there are none. Others' rules stay.
# Written by Tapbot.
set -u
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
status=0

# The jump comes first: it is put there before another one is taken away.
first() {
    found=$($tables -w 10 -S "$1" | grep '^-A' | grep -nxF -- "-A $1 -j $2" | head -n 1 | cut -d: -f1)
    [ "${found:-0}" -ne 1 ] || return 0
    $tables -w 10 -I "$1" 1 -j "$2" || status=1
    [ -z "$found" ] || $tables -w 10 -D "$1" "$((found + 1))" || status=1
}

for family in 4 6; do
    tables=iptables
    [ "$family" = 4 ] || tables=ip6tables
    rules=/etc/tapbot/firewall.v$family
    if [ -e "$rules" ]; then
        $tables-restore -w 10 --noflush <"$rules" || { status=1; continue; }
        # Docker keeps this chain as it finds it, and sends all that is for containers through it.
        $tables -w 10 -N DOCKER-USER 2>/dev/null
        $tables -w 10 -C FORWARD -j DOCKER-USER 2>/dev/null || $tables -w 10 -I FORWARD 1 -j DOCKER-USER || status=1
        first INPUT TAPBOT-IN
        first DOCKER-USER TAPBOT-FWD
    else
        $tables -w 10 -D INPUT -j TAPBOT-IN 2>/dev/null
        $tables -w 10 -D DOCKER-USER -j TAPBOT-FWD 2>/dev/null
        for chain in TAPBOT-IN TAPBOT-FWD; do
            $tables -w 10 -F "$chain" 2>/dev/null && $tables -w 10 -X "$chain"
        done
    fi
done
exit "$status"
