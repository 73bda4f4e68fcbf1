#!/bin/sh
# Brings back files as they were before a change that nobody has confirmed: of one change, or at boot, before anything reads them, of all.
# Written by Tapbot.
set -u
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
state=/var/lib/tapbot

exec 7>>"$state/undo.lock"
flock -x 7

tell() {
    if systemctl is-active -q ssh.socket; then
        systemctl daemon-reload
        systemctl restart ssh.socket
    fi
    # Not a reload: a signal while it starts itself anew would end it for good. Sessions outlive a restart.
    # Nor may it count against what systemd takes for a loop.
    if systemctl is-enabled -q ssh.service; then
        systemctl reset-failed ssh.service
        systemctl restart ssh.service
    fi
}

bring_back() {
    n=0
    while [ -e "$1/$n.path" ]; do
        path=$(cat "$1/$n.path")
        if [ -e "$1/$n.absent" ]; then
            rm -f -- "$path"
        elif [ -e "$1/$n.file" ] || [ -L "$1/$n.file" ]; then
            mkdir -p -- "${path%/*}"
            new=$(mktemp -u -- "${path%/*}/.tapbot.XXXXXXXX")
            # What somebody has shut with chattr is as it was.
            cp -a -- "$1/$n.file" "$new" && mv -fT -- "$new" "$path" || rm -f -- "$new"
        fi
        n=$((n + 1))
    done
    sync
}

@give_keys@

let_in() {
    [ -e "$1/account" ] || return 0
    user=$(cat "$1/account")
    home=$(getent passwd "$user" | cut -d: -f6)
    [ -n "$home" ] || return 0
    expires=$(cat "$1/account.expires")
    usermod --groups "$(cat "$1/account.groups")" -- "$user"
    chage --expiredate "${expires:--1}" -- "$user"
    rm -rf -- "$state/locked/$user"
    [ ! -d "$1/account.locked" ] || cp -a -- "$1/account.locked" "$state/locked/$user"
    case $(cat "$1/account.bar") in
    !) usermod --lock -- "$user" ;;
    *) usermod --unlock -- "$user" ;;
    esac
    give_keys <"$1/account.keys"
    sync
}

after() {
    [ "$why" != boot ] || return 0
    for word in $(cat "$1/after"); do
        case $word in
        sshd) tell ;;
        firewall) /bin/sh /usr/local/lib/tapbot/firewall ;;
        gate) [ ! -e /usr/local/lib/tapbot/gate ] || /bin/sh /usr/local/lib/tapbot/gate ;;
        jails) ! systemctl is-active -q fail2ban.service || fail2ban-client reload >/dev/null ;;
        units) systemctl daemon-reload ;;
        esac
    done
}

# Whoever tried to get in meanwhile has failed again and again, for which fail2ban shuts out; it hears of that a moment later.
pardon() {
    case $1 in
    '' | *[!0-9A-Fa-f.:]*) ;;
    *) ! systemctl is-active -q fail2ban.service || fail2ban-client unban "$1" >/dev/null 2>&1 ;;
    esac
}

all=$1
why=time
if [ "$1" = --boot ]; then
    why=boot
    all=$(ls -1t "$state/undo")
fi
for undo in $all; do
    one=$state/undo/$undo
    [ -d "$one" ] || continue
    from=$(cat "$one/from")
    bring_back "$one"
    let_in "$one"
    after "$one"
    [ "$why" = boot ] || pardon "$from"
    case $why in
    boot) said='the server restarted before it was confirmed' ;;
    *) said='nobody confirmed it' ;;
    esac
    at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
    first=$(tr -d '[]' <"$one/about" | cut -d, -f1)
    (umask 077; printf '%s\tFAILED\tundo-%s\t%s\ttaken back: %s\n' "$at" "$undo" "$first" "$said" >>"$state/journal")
    (umask 077; printf 'the change of %s was taken back at %s: %s\n' "$(cat "$one/about")" "$at" "$said" >>"$state/notes")
    mv -T -- "$one" "$state/undone.$undo"
    sync -- "$state/undo"
    rm -rf -- "$state"/undone.*
    [ "$why" = boot ] || systemctl -q stop "tapbot-undo-$undo.timer" 2>/dev/null
done
exec 7>&-
if [ "$why" != boot ] && [ "${2-}" != now ]; then
    sleep 4
    pardon "${from-}"
fi
exit 0
