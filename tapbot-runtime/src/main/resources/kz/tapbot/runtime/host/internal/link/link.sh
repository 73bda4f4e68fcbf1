#!/bin/sh
# One link to other servers: an interface of WireGuard, the names of the others, and rules by which nothing but what is declared passes over it.
# "run" stays as long as the link does, "load" brings what is written into effect without an interruption, "rules" the rules alone, "down" takes all away.
# Written by Tapbot.
set -u
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
link=$2
conf=/etc/tapbot/links/$link
mark="# tapbot $link"

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

setting() {
    sed -n "s/^$1 //p" "$conf/settings"
}

# Tapbot's links change the same chains and the same file, one after the other.
locked() {
    { flock -w 60 3 && "$@"; } 3>>/run/tapbot-links.lock
}

# Names may take long to look up: others need not wait for that.
alone() {
    { flock -w 60 3 && "$@"; } 3>>"/run/tapbot-$link.lock"
}

# The engine changes the same chains meanwhile, and what was there a moment ago may be gone.
again() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ "$tries" -lt 20 ] || fail "the rules of $link cannot be set"
        sleep 0.1
    done
}

# Taken from one place and put at another in one step. By what the rule is: its number may be another one's by now.
place() {
    if $tables -w 10 -t "$1" -C "$2" -j "$4" 2>/dev/null; then
        printf '*%s\n-D %s -j %s\n-I %s %s -j %s\nCOMMIT\n' "$1" "$2" "$4" "$2" "$3" "$4" | $tables-restore -w 10 --noflush
    else
        $tables -w 10 -t "$1" -I "$2" "$3" -j "$4"
    fi
}

# Before all others' rules, behind Tapbot's own.
jump() {
    rules=$($tables -w 10 -t "$1" -S "$2" | grep '^-A')
    found=$(printf '%s\n' "$rules" | grep -nxF -- "-A $2 -j $3" | head -n 1 | cut -d: -f1)
    ahead=$(printf '%s\n' "$rules" | awk '!/ -j TAPBOT-/ { exit } { n++ } END { print n + 0 }')
    [ -n "$found" ] && [ "$found" -le "$ahead" ] || place "$1" "$2" "$((ahead + 1))" "$3"
}

rules() {
    for tables in iptables ip6tables; do
        # Docker keeps this chain as it finds it. When it starts it may put the one before it that keeps internal networks apart.
        $tables -w 10 -N DOCKER-USER 2>/dev/null
        [ "$($tables -w 10 -S FORWARD | grep -m 1 '^-A')" = '-A FORWARD -j DOCKER-USER' ] || again place filter FORWARD 1 DOCKER-USER
        $tables-restore -w 10 --noflush <"$conf/$tables" || fail "the rules of $link cannot be set"
        again jump filter INPUT "TAPBOT-$link-IN"
        again jump filter OUTPUT "TAPBOT-$link-OUT"
        again jump filter DOCKER-USER "TAPBOT-$link"
    done
    tables=iptables
    again jump nat PREROUTING "TAPBOT-$link"
    again jump nat POSTROUTING "TAPBOT-$link-OUT"
}

no_rules() {
    for tables in iptables ip6tables; do
        for place in "filter INPUT -IN" "filter OUTPUT -OUT" "filter DOCKER-USER" "nat PREROUTING" "nat POSTROUTING -OUT"; do
            set -- $place
            chain=TAPBOT-$link${3-}
            $tables -w 10 -t "$1" -S "$chain" >/dev/null 2>&1 || continue
            while $tables -w 10 -t "$1" -D "$2" -j "$chain" 2>/dev/null; do :; done
            $tables -w 10 -t "$1" -F "$chain" && $tables -w 10 -t "$1" -X "$chain"
        done
    done
    return 0
}

names() {
    { [ ! -e /etc/hosts ] || grep -v -- "$mark\$" /etc/hosts || [ "$?" -eq 1 ]; } && { [ ! -e "$conf/settings" ] || setting name | sed "s/\$/ $mark/"; }
}

# In some kinds of machines the file can be written, and not replaced.
hosts() {
    new=$(mktemp /etc/.tapbot.XXXXXXXX) || return 1
    if ! names >"$new"; then
        rm -f -- "$new"
        echo "the names of $link cannot be written to /etc/hosts" >&2
        return 1
    fi
    status=0
    if ! cmp -s "$new" /etc/hosts; then
        chmod 644 "$new"
        mv -fT -- "$new" /etc/hosts 2>/dev/null || cat -- "$new" >/etc/hosts || status=1
    fi
    rm -f -- "$new"
    return "$status"
}

# Each by itself: one whose name is not known now does not keep the others, and gets its endpoint later.
peers() {
    setting peer | while read -r key endpoint allowed; do
        set -- "$link" peer "$key" persistent-keepalive 25 allowed-ips "$allowed"
        WG_ENDPOINT_RESOLUTION_RETRIES=0 wg set "$@" endpoint "$endpoint" || wg set "$@" || exit 1
    done
}

# The private key is read by wg from its file.
interface() {
    address=$(setting address)
    peers=$(setting peer)
    set -- listen-port "$(setting port)" private-key "$(setting key)"
    for there in $(wg show "$link" peers); do
        printf '%s\n' "$peers" | grep -qF -- "$there " || set -- "$@" peer "$there" remove
    done
    wg set "$link" "$@" && peers || fail "$link cannot be set"
    for there in $(ip -o addr show dev "$link" scope global | sed -n 's/.* inet6* \([^ ]*\) .*/\1/p'); do
        [ "$there" = "$address" ] || ip addr del "$there" dev "$link"
    done
    ip addr replace "$address" dev "$link" && ip link set dev "$link" mtu 1420 up || fail "$link cannot be set"
}

# At boot a name is often not known yet. An endpoint that is known may have moved since, and stays.
late_peers() {
    wg show "$link" endpoints 2>/dev/null | sed -n 's/\t(none)$//p' | while read -r key; do
        endpoint=$(setting peer | sed -n "s|^$key \([^ ]*\) .*|\1|p")
        [ -z "$endpoint" ] || WG_ENDPOINT_RESOLUTION_RETRIES=0 wg set "$link" peer "$key" endpoint "$endpoint" 2>/dev/null
    done
}

stay() {
    while :; do
        sleep 5
        alone late_peers
    done
}

run() {
    ip link del dev "$link" 2>/dev/null
    locked rules || fail "the rules of $link cannot be set"
    if ip link add dev "$link" type wireguard 2>/dev/null; then
        alone interface || fail "$link cannot be set"
        locked hosts
        systemd-notify --ready
        stay
    fi
    command -v wireguard-go >/dev/null || fail 'the kernel has no WireGuard, and there is no wireguard-go'
    LOG_LEVEL=error wireguard-go -f "$link" &
    program=$!
    trap 'kill "$program"' TERM
    tries=0
    until wg show "$link" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] && kill -0 "$program" || fail 'wireguard-go does not start'
        sleep 0.05
    done
    alone interface || fail "$link cannot be set"
    locked hosts
    systemd-notify --ready
    stay &
    wait "$program"
}

case $1 in
run) run ;;
rules) locked rules ;;
load)
    locked rules && alone interface && locked hosts || exit 1
    ;;
down)
    ip link del dev "$link" 2>/dev/null
    rm -rf -- "$conf"
    locked no_rules || fail "the rules of $link cannot be taken away"
    locked hosts
    ;;
esac
