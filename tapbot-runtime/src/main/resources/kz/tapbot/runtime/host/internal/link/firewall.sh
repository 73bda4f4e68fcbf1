#!/bin/sh
# Puts Tapbot's rules before all others, for IPv4 and IPv6, or takes them away where there are none. Others' rules stay.
# Written by Tapbot.
set -u
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
status=0

# Taken from one place and put at another in one step. By what the rule is: its number may be another one's by now, since the engine, UFW and fail2ban change
# the same chains.
place() {
    if $tables -w 10 -C "$1" -j "$2" 2>/dev/null; then
        printf '*filter\n-D %s -j %s\n-I %s 1 -j %s\nCOMMIT\n' "$1" "$2" "$1" "$2" | $tables-restore -w 10 --noflush
    else
        $tables -w 10 -I "$1" 1 -j "$2"
    fi
}

# What was there a moment ago may be gone.
first() {
    tries=0
    while [ "$($tables -w 10 -S "$1" | grep -m 1 '^-A')" != "-A $1 -j $2" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 20 ] || { status=1; return; }
        place "$1" "$2" || sleep 0.1
    done
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
