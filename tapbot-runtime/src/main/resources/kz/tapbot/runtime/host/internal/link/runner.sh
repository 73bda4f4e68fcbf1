# Tapbot's hands on a server. It is given operations on its standard input, each a field with its name and fields with what it needs; a field is its length
# in bytes, a line end, the bytes, and a line end. The first that fails ends it. No text that it is given is ever run or read by a shell.
set -u
umask 022
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
DEBIAN_FRONTEND=noninteractive
export LC_ALL PATH DEBIAN_FRONTEND
state=/var/lib/tapbot
lib=/usr/local/lib/tapbot

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

size() {
    IFS= read -r size || fail 'the input ended early'
    case $size in
    '' | *[!0-9]* | ??????????*) fail 'the input is damaged' ;;
    esac
}

# Whoever was cut off has not said the line end: nothing of it counts then.
whole() {
    IFS= read -r end || fail 'the input ended early'
    [ -z "$end" ] || fail 'the input is damaged'
}

# What is short is read by the shell itself, byte by byte: that costs less than a process.
field() {
    size
    if [ "$size" -gt 512 ]; then
        value=$(head -c "$size"; echo .)
        value=${value%.}
        whole
        return 0
    fi
    IFS= read -r value || fail 'the input ended early'
    while [ "${#value}" -lt "$size" ]; do
        IFS= read -r more || fail 'the input ended early'
        value="$value
$more"
    done
    [ "${#value}" -eq "$size" ] || fail 'the input is damaged'
}

# Whether there is room in a directory, where there is none.
room() {
    df -k --output=avail,iavail,target -- "$1" 2>/dev/null | tail -n 1 | while read -r blocks files target; do
        [ "$blocks" != 0 ] || printf ': no room is left on the file system %s' "$target"
        [ "$files" != 0 ] || printf ': no more files fit on the file system %s' "$target"
    done
}

# Why something cannot be written to a directory, from what a program says.
why() {
    said=${1##*: }
    printf '%s%s' "$said" "$(room "$2")"
    case $said in
    'Input/output error') printf ': the disk under the file system %s fails, and dmesg on the server says more' "$(df --output=target -- "$2" | tail -n 1)" ;;
    esac
}

# Root may write everywhere but where somebody has seen to it that it does not. That is not taken off, and named.
unless_shut() {
    for one in "$@"; do
        flags=$(lsattr -d -- "$one" 2>/dev/null)
        case ${flags%% *} in
        *i*) fail "$one is immutable, as somebody has set it with chattr +i. It was left as it is: let it be changed with \"chattr -i $one\" and run again" ;;
        *a*) fail "$one can only be added to, as somebody has set it with chattr +a. It was left as it is: let it be changed with \"chattr -a $one\" and run again" ;;
        esac
    done
}

# Puts the bytes of the next field into a file that is there already.
take() {
    size
    said=$(head -c "$size" 2>&1 >"$1") || fail "$(why "$said" "${1%/*}")"
    whole
}

above() {
    dir=${1%/*}
    dir=${dir:-/}
    [ -d "$dir" ] || mkdir -p -- "$dir" || exit 1
}

# When the server was started, by what the kernel says of its first process.
started() {
    read -r up rest </proc/uptime
    echo $(($(date +%s) - ${up%.*} + $(cut -d ' ' -f 22 /proc/1/stat) / 100))
}

# A file beside the one that it will replace. What a killed run left there is gone, once nobody can be writing it any more: after an hour, or a restart.
beside() {
    above "$1"
    for left in "$dir"/.tapbot.????????; do
        [ ! -e "$left" ] || find "$dir" -maxdepth 1 -name '.tapbot.????????' '(' -mmin +60 -o ! -newermt "@$(started)" ')' -delete
        break
    done
    new=$(mktemp -- "$dir/.tapbot.XXXXXXXX" 2>&1) || { unless_shut "$dir"; fail "nothing can be written to $dir: $(why "$new" "$dir")"; }
    old=
    trap 'rm -f -- "$new" ${old:+"$old"}' EXIT
}

# The file takes its place: from then on it is there, also after a power cut. A link there is replaced and not followed.
land() {
    said=$(sync -- "$new" 2>&1) || fail "$(why "$said" "$dir")"
    said=$(mv -fT -- "$new" "$1" 2>&1) || { unless_shut "$1" "$dir"; fail "$said"; }
    said=$(sync -- "$dir" 2>&1) || fail "$(why "$said" "$dir")"
    trap - EXIT
}

keep() {
    [ -d "$state" ] || mkdir -p -- "$state" || fail "$state cannot be made$(room "${state%/*}")"
    chmod 700 "$state" || exit 1
}

reload_sshd() {
    if systemctl is-active -q ssh.socket; then
        systemctl daemon-reload && systemctl restart ssh.socket || return 1
    fi
    if systemctl is-active -q ssh.service; then
        systemctl reload ssh.service || return 1
    fi
    listens && return 0
    # A second signal while it starts itself anew ends it, and systemd takes that for what was wanted. Sessions outlive a restart.
    systemctl reset-failed ssh.service
    systemctl restart ssh.service && listens
}

# It takes its configuration by starting itself anew, and refuses visitors meanwhile.
listens() {
    for port in $(sshd -T | sed -n 's/^port //p'); do
        tries=0
        sleep 0.2
        until [ -n "$(ss -Hltn "sport = :$port")" ]; do
            tries=$((tries + 1))
            [ "$tries" -lt 30 ] || return 1
            sleep 0.1
        done
    done
}

# While this lives, a run that takes the lock is told that a step is still at work. Whatever this starts inherits it. What is to be done may stop coming
# without an end, when the network has gone silent: nobody waits for more of it for longer than 20 s, for until then nobody else can work here.
op_hold() {
    [ -d "$state" ] || keep
    exec 8>>"$state/steps" && flock -s -w 30 8 || fail "somebody else is taking the lock of this server"
    perl -e '
        $SIG{ALRM} = $SIG{PIPE} = sub { exit };
        while (1) {
            alarm 20;
            my $got = sysread(STDIN, my $bytes, 65536) or exit;
            alarm 0;
            for (my $at = 0; $at < $got; ) { $at += syswrite(STDOUT, $bytes, $got - $at, $at) // exit }
        }' 8>&- | serve
    exit "$?"
}

# Whoever can do this can do all the rest.
op_hello() {
    id -u
    from=${SSH_CLIENT-}
    printf '%s\n' "${from%% *}"
    if [ -S /run/docker.sock ]; then echo engine; else echo; fi
}

op_key() {
    base64 -w0 "$state/key" 2>/dev/null
    echo
}

op_put() {
    field; path=$value
    field; mode=$value
    field; owner=$value
    beside "$path"
    take "$new"
    # It is root's, and nobody else reads it, as it was made.
    [ "$owner" = 0 ] || chown -- "$owner" "$new" || exit 1
    [ "$mode" = 600 ] || chmod -- "$mode" "$new" || exit 1
    if is_there "$path"; then
        # Whoever put it there may have been killed before it was sure to outlive a power cut.
        sync -- "$dir" && rm -f -- "$new" && trap - EXIT || exit 1
    else
        land "$path"
    fi
}

# Whether it is in its place already, as it would be.
is_there() {
    [ -f "$1" ] && [ ! -L "$1" ] && cmp -s -- "$new" "$1" && [ "$(stat -c '%a %u %g %h' -- "$new")" = "$(stat -c '%a %u %g %h' -- "$1")" ]
}

op_append() {
    field; path=$value
    umask 077
    above "$path"
    [ ! -e "$path" ] || [ "$(wc -c <"$path")" -lt 1048576 ] || mv -f -- "$path" "$path.1"
    field
    said=$({ printf '%s' "$value" >>"$path" && sync -- "$path"; } 2>&1) || { unless_shut "$path" "${path%/*}"; fail "nothing can be written to $path: $(why "$said" "${path%/*}")"; }
    umask 022
}

op_mkdir() {
    field; path=$value
    field; mode=$value
    [ ! -L "$path" ] || fail "$path is a link"
    said=$({ mkdir -p -- "$path" && chmod -- "$mode" "$path"; } 2>&1) || { unless_shut "$path" "${path%/*}"; fail "$said"; }
}

op_remove() {
    field
    gone "$value"
}

gone() {
    said=$(rm -f -- "$1" 2>&1) || { unless_shut "$1" "${1%/*}"; fail "$said"; }
}

op_rmdir() {
    field
    [ ! -d "$value" ] || said=$(rmdir --ignore-fail-on-non-empty -- "$value" 2>&1) || { unless_shut "$value" "${value%/*}"; fail "$said"; }
}

op_cat() {
    field
    [ ! -f "$value" ] || cat -- "$value"
}


op_run() {
    field; count=$value
    set --
    while [ "$count" -gt 0 ]; do
        field
        set -- "$@" "$value"
        count=$((count - 1))
    done
    "$@" </dev/null || exit 1
}

op_install() {
    field; count=$value
    set --
    while [ "$count" -gt 0 ]; do
        field
        set -- "$@" "$value"
        count=$((count - 1))
    done
    log=$(mktemp) || exit 1
    # What may take long is fetched by itself: who is cut off there leaves nothing half done.
    if ! fetch "$@"; then
        # Whoever has had the lock for so long is not waited for again.
        ! grep -q '^E: Could not get lock' "$log" || no_packages
        # It takes for a warning that it cannot reach a source of its lists.
        apt 300 update || :
        grep -E '^(E|W):' "$log" >"$log.lists"
        fetch "$@" || no_packages
    fi
    apt 800 install --no-install-recommends -- "$@" || no_packages
    rm -f -- "$log" "$log.lists"
}

fetch() {
    apt 500 install --download-only --no-install-recommends -- "$@"
}

no_packages() {
    [ "$status" -ne 124 ] || printf 'apt did not end in %s s\n' "$limit" >&2
    [ ! -s "$log.lists" ] || tail -n 20 "$log.lists" >&2
    grep -E '^(E|W|dpkg):' "$log" | tail -n 20 >&2 || tail -n 20 "$log" >&2
    rm -f -- "$log" "$log.lists"
    if [ -n "$(dpkg --audit 2>/dev/null)" ] || [ -n "$(find /var/lib/dpkg/updates -type f 2>/dev/null)" ]; then
        printf 'Packages are half installed there. On the server, "dpkg --configure -a" goes on with them and says what is in the way; then run again.\n' >&2
    fi
    exit 1
}

# A server that has never fetched lists of packages does so now.
op_lists() {
    [ -z "$(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' 2>/dev/null | head -n 1)" ] || return 0
    log=$(mktemp) || exit 1
    apt 300 update || no_packages
    rm -f -- "$log"
}

# For dpkg's lock apt waits by itself; for those of its lists and of what it has fetched, which a server's daily updates hold, it does not.
apt() {
    limit=$1
    shift
    waits=60
    until timeout "$limit" apt-get -y -q -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" \
        </dev/null >"$log" 2>&1; do
        status=$?
        # Who holds the lock of dpkg is said while it is waited for, and not at the end.
        held=$(sed -n 's/^Waiting for cache lock: \(Could not get lock .*)\)\.\.\.$/E: \1./p' "$log" | tail -n 1)
        [ -z "$held" ] || ! grep -q '^E: Unable to acquire the dpkg frontend lock' "$log" || printf '%s\n' "$held" >"$log"
        grep -qE '^E: Could not get lock /var/(lib/apt/lists|cache/apt/archives)/' "$log" && [ "$waits" -gt 0 ] || return 1
        waits=$((waits - 1))
        sleep 5
    done
}

op_uninstall() {
    field
    # Where root has no password, sudo refuses to go, as nobody could become root any more: it stays, and is no longer ours.
    if [ "$value" = sudo ] && ! passwd -S root | grep -q '^root P '; then return 0; fi
    log=$(mktemp) || exit 1
    apt 800 remove -- "$value" || no_packages
    rm -f -- "$log"
}

# Whether a package is there, as an answer.
op_have() {
    field
    [ "$(dpkg-query -W -f '${db:Status-Status}' -- "$value" 2>/dev/null)" != installed ] || echo yes
}

# Those of the named packages that are not there.
op_missing() {
    field; count=$value
    while [ "$count" -gt 0 ]; do
        field
        [ "$(dpkg-query -W -f '${db:Status-Status}' -- "$value" 2>/dev/null)" = installed ] || printf '%s\n' "$value"
        count=$((count - 1))
    done
}

op_stat() {
    field
    file_part "$value" | head -n 1
}

op_known() {
    field
    ! getent passwd "$value" >/dev/null || echo yes
}

# What is there already is somebody else's: nothing of what follows is done then.
op_unless_there() {
    field
    if [ -e "$value" ] || [ -L "$value" ]; then
        echo there
        exit 0
    fi
}

op_unless_known() {
    field
    if getent passwd "$value" >/dev/null; then
        echo there
        exit 0
    fi
}

op_unit() {
    field
    systemctl show -p LoadState --value -- "$value"
}

# To systemd most services are started as soon as their process is there, whether it stays or not.
op_running() {
    field; unit=$value
    sleep 0.5
    tries=0
    # Another one's start may pull it along just now; but one that is to be tried again has died.
    while [ "$tries" -lt 20 ]; do
        systemctl is-active -q -- "$unit" && return 0
        case $(systemctl show -p ActiveState -p SubState --value -- "$unit" | tr '\n' ' ') in
        *auto-restart*) break ;;
        activating* | deactivating* | reloading*) ;;
        *) break ;;
        esac
        tries=$((tries + 1))
        sleep 0.1
    done
    result=$(systemctl show -p Result --value -- "$unit")
    fail "$unit does not run after its start ($result): journalctl -u $unit says why"
}

# What is enabled already is not enabled again: that has everything read anew, and Perl started for what has a script of the old kind too.
enable() {
    [ "$(systemctl is-enabled -- "$1" 2>/dev/null)" = enabled ] || systemctl --quiet enable -- "$1" || exit 1
}

op_enable() {
    field
    enable "$value"
}

# The engine is left as it was if it does not start with its new settings.
op_engine() {
    conf=/etc/docker/daemon.json
    if ! command -v dockerd >/dev/null; then
        fail 'the container engine is not installed'
    fi
    beside "$conf"
    take "$new"
    chmod 644 "$new" || exit 1
    if [ -e "$conf" ] && cmp -s "$new" "$conf" && systemctl is-active -q docker.service; then
        return 0
    fi
    old=$(mktemp) || exit 1
    cp -a -- "$conf" "$old" 2>/dev/null || rm -f -- "$old"
    land "$conf"
    # With live restore, which is taken over without a restart, what runs goes on through it.
    ! systemctl is-active -q docker.service || systemctl reload docker.service
    systemctl reset-failed docker.service 2>/dev/null
    if ! systemctl restart docker.service 2>/dev/null; then
        if [ -e "$old" ]; then mv -fT -- "$old" "$conf"; else rm -f -- "$conf"; fi
        systemctl reset-failed docker.service
        systemctl restart docker.service
        fail "the engine does not start with these settings: journalctl -u docker.service says why"
    fi
    systemctl -q enable docker.service
    rm -f -- "$old"
}

op_user() {
    field; user=$value
    field; groups=$value
    field; expires=$value
    made=
    if ! getent passwd "$user" >/dev/null; then
        useradd --create-home --shell /bin/bash --password '*' --groups "$groups" --expiredate "$expires" -- "$user" || exit 1
        made=yes
    fi
    home=$(getent passwd "$user" | cut -d: -f6)
    [ -d "$home" ] || fail "user $user has no home directory"
    field; keys=$value
    locked=$state/locked/$user
    if [ -d "$locked" ]; then
        # It stays shut out, and gets this when it is let in again.
        usermod --groups "$groups" -- "$user" || exit 1
        days=
        [ -z "$expires" ] || days=$(($(date -ud "$expires" +%s) / 86400))
        printf '%s' "$keys" >"$locked/keys" && printf '%s\n' "$days" >"$locked/expires" && sync -- "$locked/keys" "$locked/expires" || exit 1
        return 0
    fi
    keys_can_be_given
    [ -n "$made" ] || usermod --groups "$groups" --expiredate "$expires" -- "$user" || exit 1
    keys_given
}

# Asked before anything else is done to the user.
keys_can_be_given() {
    has_keys || unless_shut "$home/.ssh/authorized_keys" "$home/.ssh" "$home"
}

keys_given() {
    said=$(printf '%s' "$keys" | give_keys 2>&1) || has_keys || fail "${said:-its keys cannot be written to $home/.ssh}"
}

has_keys() {
    [ "$(keys_part "$home"; echo .)" = "$keys." ]
}

@give_keys@

# Whether a process is run on the server, and not in a container, where its number is somebody else's. Whoever makes namespaces without being root makes a
# user namespace first, which an engine does not: what counts is the nearest process above that is in ours.
runs_here() {
    over=$1
    while its=$(readlink "/proc/$over/ns/user") && [ "$its" != "$(readlink /proc/self/ns/user)" ]; do
        over=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$over/status" 2>/dev/null)
        [ -n "$over" ] || return 1
    done
    [ "$(readlink "/proc/$over/ns/pid")" = "$(readlink /proc/self/ns/pid)" ]
}

# What a user runs on the server, under whatever number that its sessions have.
end_all() {
    systemctl kill -s KILL "user-$1.slice" 2>/dev/null
    systemctl stop "user@$1.service" 2>/dev/null
    tries=0
    while :; do
        found=
        for process in /proc/[0-9]*; do
            if [ "$(stat -c %u "$process" 2>/dev/null)" = "$1" ] && runs_here "${process#/proc/}"; then
                kill -KILL "${process#/proc/}" 2>/dev/null && found=yes
            fi
        done
        tries=$((tries + 1))
        # The second look is for what lost its parent during the first.
        [ -n "$found" ] || [ "$tries" -lt 2 ] || return 0
        [ "$tries" -lt 50 ] || return 1
        sleep 0.1
    done
}

op_shut_user() {
    field; user=$value
    uid=$(id -u -- "$user" 2>/dev/null) || fail "there is no user $user"
    [ "$uid" -ne 0 ] || fail "$user is root"
    [ "$user" != "${SUDO_USER-}" ] || fail "$user is who Tapbot is logged in as"
    home=$(getent passwd "$user" | cut -d: -f6)
    locked=$state/locked/$user
    if [ ! -d "$locked" ]; then
        made=$state/locked.new.$user
        rm -rf -- "$made" && mkdir -p -- "$made" "$state/locked" && chmod 700 "$made" "$state/locked" || exit 1
        getent shadow "$user" | cut -d: -f8 >"$made/expires"
        case $(getent shadow "$user" | cut -d: -f2) in
        !*) : >"$made/barred" ;;
        esac
        keys_part "$home" >"$made/keys"
        sync -- "$made"/* "$made" && mv -T -- "$made" "$locked" && sync -- "$state/locked" || exit 1
    fi
    usermod --lock --expiredate 1 -- "$user" || exit 1
    # From here on it is out, and nothing that it has put into its home or that it runs may make that fail, for then it would be let in again.
    end_all "$uid" || (umask 077; printf 'user %s is locked, and starts things faster than they can be ended: restart the server\n' "$user" >>"$state/notes")
    timeout -k 1 10 runuser -u "$user" -- /bin/sh -c '
        chmod u+rwx -- "$1" && cd -- "$1" && chmod u+rwx .ssh && rm -rf .ssh/authorized_keys' sh "$home" >/dev/null 2>&1 || :
}

op_let_user() {
    field; user=$value
    locked=$state/locked/$user
    [ -d "$locked" ] || return 0
    if getent passwd "$user" >/dev/null; then
        home=$(getent passwd "$user" | cut -d: -f6)
        keys=$(cat "$locked/keys"; echo .)
        keys=${keys%.}
        keys_can_be_given
        [ -e "$locked/barred" ] || usermod --unlock -- "$user" || exit 1
        expires=$(cat "$locked/expires")
        chage --expiredate "${expires:--1}" -- "$user" || exit 1
        keys_given
    fi
    rm -rf -- "$locked" || exit 1
}

op_userdel() {
    field; user=$value
    uid=$(id -u -- "$user" 2>/dev/null) || return 0
    [ "$uid" -ne 0 ] || fail "$user is root"
    [ "$user" != "${SUDO_USER-}" ] || fail "$user is who Tapbot is logged in as: log in as somebody else to remove it"
    end_all "$uid"
    rm -rf -- "$state/locked/$user"
    userdel -- "$user" || exit 1
}

op_sudo() {
    field; path=$value
    beside "$path"
    take "$new"
    said=$(visudo -c 2>&1) || fail "sudo's files are not in order, and nothing was changed: $said"
    chmod 440 "$new" && visudo -q -cf "$new" >&2 || exit 1
    old=$(mktemp) || exit 1
    cp -a -- "$path" "$old" 2>/dev/null || rm -f -- "$old"
    land "$path"
    if ! said=$(visudo -c 2>&1); then
        if [ -e "$old" ]; then mv -fT -- "$old" "$path"; else rm -f -- "$path"; fi
        fail "$said"
    fi
    rm -f -- "$old"
}

# The drop-in is tried before it is landed, and is gone again if something before it wins.
op_sshd() {
    conf=/etc/ssh/sshd_config.d/00-tapbot.conf
    beside "$conf"
    take "$new"
    chmod 644 "$new" || exit 1
    field; expected=$value
    mkdir -p /run/sshd
    trial=$(mktemp) || exit 1
    printf 'Include %s\nInclude /etc/ssh/sshd_config\n' "$new" >"$trial"
    said=$(sshd -t -f "$trial" 2>&1) || { rm -f -- "$trial"; fail "$said"; }
    rm -f -- "$trial"
    old=$(mktemp) || exit 1
    cp -a -- "$conf" "$old" 2>/dev/null || rm -f -- "$old"
    land "$conf"
    effective=$(sshd -T 2>&1)
    missing=$(printf '%s' "$expected" | while IFS= read -r line; do
        printf '%s\n' "$effective" | grep -qxF -- "$line" || printf '%s\n' "$line"
    done)
    if [ -n "$missing" ]; then
        if [ -e "$old" ]; then mv -fT -- "$old" "$conf"; else rm -f -- "$conf"; fi
        fail "not in effect, since something that sshd reads before $conf says otherwise: $missing"
    fi
    rm -f -- "$old"
    reload_sshd || fail 'sshd does not listen after it was told to read its configuration'
}

op_nosshd() {
    gone /etc/ssh/sshd_config.d/00-tapbot.conf
    mkdir -p /run/sshd
    said=$(sshd -t 2>&1) || fail "$said"
    reload_sshd || fail 'sshd does not listen after it was told to read its configuration'
}

op_sysctl() {
    field; key=$value
    field; wanted=$value
    sysctl -q -w -- "$key=$wanted" >&2 || exit 1
}

op_sysctl_value() {
    field
    sysctl -n -- "$value"
}

op_disown_unit() {
    field; unit=$value
    if [ -e "/etc/systemd/system/$unit" ]; then
        systemctl -q disable --now -- "$unit" || exit 1
        gone "/etc/systemd/system/$unit"
        systemctl daemon-reload
        systemctl reset-failed -- "$unit" 2>/dev/null
    fi
}

op_zone() {
    field; zone=$value
    [ -f "/usr/share/zoneinfo/$zone" ] || fail "the server does not know the time zone $zone: is the package tzdata there?"
    ln -sfn -- "/usr/share/zoneinfo/$zone" /etc/.tapbot.localtime && mv -fT -- /etc/.tapbot.localtime /etc/localtime || exit 1
    printf '%s\n' "$zone" >/etc/.tapbot.timezone && mv -fT -- /etc/.tapbot.timezone /etc/timezone && sync -- /etc || exit 1
}

# A service and no unit of type swap, which systemd does not have in every kind of machine.
op_swap() {
    field; bytes=$value
    keep
    unit=/etc/systemd/system/tapbot-swap.service
    new=$state/swapfile.new
    rm -f -- "$new"
    (umask 077 && fallocate -l "$bytes" "$new") && mkswap "$new" >/dev/null || { rm -f -- "$new"; exit 1; }
    systemctl stop tapbot-swap.service 2>/dev/null
    mv -fT -- "$new" "$state/swapfile" || exit 1
    printf '%s\n' '# Written by Tapbot.' '[Unit]' 'Description=Swap file of Tapbot' "RequiresMountsFor=$state" '[Service]' Type=oneshot \
        RemainAfterExit=yes "ExecStart=/sbin/swapon $state/swapfile" "ExecStop=/sbin/swapoff $state/swapfile" '[Install]' \
        WantedBy=multi-user.target >"$unit" || exit 1
    systemctl daemon-reload && systemctl -q enable --now tapbot-swap.service || exit 1
}

op_noswap() {
    unit=/etc/systemd/system/tapbot-swap.service
    if [ -e "$unit" ]; then
        systemctl -q disable --now tapbot-swap.service || exit 1
        rm -f -- "$unit" "$state/swapfile"
        systemctl daemon-reload
    fi
}

op_jails() {
    enable fail2ban.service
    if systemctl is-active -q fail2ban.service; then
        fail2ban-client reload >/dev/null || exit 1
        return 0
    else
        systemctl restart fail2ban.service || exit 1
    fi
    tries=0
    until fail2ban-client ping >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 50 ] || fail 'fail2ban does not answer: journalctl -u fail2ban says why'
        sleep 0.2
    done
}

# A jail that fail2ban does not know, or that has nothing to read, is not there after all.
op_jail() {
    field; jail=$value
    tries=0
    until said=$(fail2ban-client status "$jail" 2>&1); do
        tries=$((tries + 1))
        [ "$tries" -lt 25 ] || fail "fail2ban does not run it: $(fail2ban-client -t 2>&1 | grep -E 'ERROR' | tail -n 1) $said"
        sleep 0.2
    done
    # A reload takes an action away again that it has just given to a jail that ran with another one (fail2ban 1.0.2).
    fail2ban-client get "$jail" actions 2>/dev/null | grep -q '^tapbot\b' || fail2ban-client restart "$jail" >/dev/null || exit 1
}

op_program() {
    field
    ! command -v "$value" >/dev/null || echo yes
}

# A key is made here and stays here. Where another one than was made lies in its place, a new one is made.
op_link_key() {
    field; path=$value
    field; known=$value
    if [ -L "$path" ] || [ ! -f "$path" ] || [ -z "$known" ] || [ "$(wg pubkey <"$path" 2>/dev/null)" != "$known" ]; then
        umask 077
        beside "$path"
        wg genkey >"$new" || exit 1
        land "$path"
        umask 022
    fi
    chmod 600 "$path" && chown 0:0 "$path" || exit 1
}

op_link_public() {
    field
    [ ! -f "$value" ] || wg pubkey <"$value" || exit 1
}

# Whether there is such an interface that is not ours.
op_link_foreign() {
    field
    [ -e "/etc/tapbot/links/$value" ] || ! ip link show dev "$value" >/dev/null 2>&1 || echo yes
}

op_link() {
    field; link=$value
    unit=tapbot-link@$link.service
    systemctl daemon-reload && systemctl -q enable "$unit" "tapbot-link-rules@$link.service" || exit 1
    if systemctl is-active -q "$unit" && wg show "$link" >/dev/null 2>&1; then
        said=$(/bin/sh "$lib/link" load "$link" 2>&1) && return 0
        fail "$said"
    fi
    systemctl reset-failed "$unit" 2>/dev/null
    timeout 30 systemctl restart "$unit" 2>/dev/null || fail "$(journalctl -u "$unit" -n 5 -o cat --no-pager)"
}

op_no_link() {
    field; link=$value
    unit=tapbot-link@$link.service
    systemctl -q disable --now "$unit" "tapbot-link-rules@$link.service" 2>/dev/null
    systemctl reset-failed "$unit" 2>/dev/null
    [ ! -e "$lib/link" ] || /bin/sh "$lib/link" down "$link"
}

# Peers speak with each other every 25 s at least, and agree on new keys every two minutes.
op_link_peer() {
    field; link=$value
    field; name=$value
    conf=/etc/tapbot/links/$link/settings
    address=$(sed -n "s/^name \([^ ]*\) $name\$/\1/p" "$conf" 2>/dev/null)
    [ -n "$address" ] || return 0
    key=$(sed -n "s/^peer \([^ ]*\) .*[ ,]$address\/32.*/\1/p" "$conf")
    tries=0
    while [ "$tries" -lt 30 ]; do
        at=$(wg show "$link" latest-handshakes 2>/dev/null | awk -v key="$key" '$1 == key { print $2 }')
        [ "$(($(date +%s) - ${at:-0}))" -ge 185 ] || { echo yes; return 0; }
        tries=$((tries + 1))
        sleep 0.2
    done
}

op_reach() {
    field; address=$value
    field; port=$value
    ! timeout 3 bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$address" "$port" 2>/dev/null || echo yes
}

told() {
    printf '%s\n%s\n' "$1" "$(cat "$state/holder")"
    exit 0
}

# A lock of the kernel, gone with this process: when its input ends, or whoever holds it has not been heard of for 20 s.
op_lock() {
    field
    keep
    exec 9>>"$state/lock"
    flock -n -x 9 || { flock -w 1 -x 9 || told busy; }
    exec 8>>"$state/steps"
    flock -n -x 8 || told step
    exec 8>&-
    said=$({ umask 077 && printf '%s' "$value" >"$state/holder.new" && mv -f "$state/holder.new" "$state/holder"; } 2>&1) \
        || { unless_shut "$state/holder" "$state"; fail "nothing can be written to $state: $(why "$said" "$state")"; }
    printf 'held\n'
    while [ "$(timeout 20 head -c 1 9>&-)" = . ]; do :; done
    exit 0
}

op_holder() {
    [ -e "$state/lock" ] || return 0
    exec 9>>"$state/lock"
    flock -n -s 9 || cat "$state/holder"
    exec 9>&-
}

# Remembers what lets a user in: its groups, its last day, its keys.
account() {
    home=$(getent passwd "$1" | cut -d: -f6)
    [ -n "$home" ] || return 0
    printf '%s' "$1" >"$2/account"
    id -nG -- "$1" | tr ' ' '\n' | grep -vxF -- "$(id -ng -- "$1")" | paste -sd, >"$2/account.groups"
    getent shadow "$1" | cut -d: -f8 >"$2/account.expires"
    getent shadow "$1" | cut -d: -f2 | head -c 1 >"$2/account.bar"
    keys_part "$home" >"$2/account.keys"
    [ ! -d "$state/locked/$1" ] || cp -a -- "$state/locked/$1" "$2/account.locked"
}

# Remembers files, and has them brought back after a time unless that is called off: by a timer, or by the next boot.
op_arm() {
    field; undo=$value
    field; seconds=$value
    field; session=$value
    field; about=$value
    field; after=$value
    field; count=$value
    umask 077
    made=$state/undo.new.$undo
    rm -rf -- "$made" && mkdir -p -- "$made" "$state/undo" || exit 1
    printf '%s' "$session" >"$made/session"
    printf '%s' "$about" >"$made/about"
    printf '%s' "$after" >"$made/after"
    from=${SSH_CLIENT-}
    printf '%s' "${from%% *}" >"$made/from"
    n=0
    while [ "$n" -lt "$count" ]; do
        field
        printf '%s' "$value" >"$made/$n.path"
        if [ -f "$value" ] || [ -L "$value" ]; then
            cp -a -- "$value" "$made/$n.file" || exit 1
        elif [ -e "$value" ]; then
            : >"$made/$n.kept"
        else
            : >"$made/$n.absent"
        fi
        n=$((n + 1))
    done
    for word in $after; do
        case $word in
        account:*) account "${word#account:}" "$made" || exit 1 ;;
        esac
    done
    # A link that is kept may lead anywhere.
    find "$made" ! -type l -exec sync -- {} + && mv -T -- "$made" "$state/undo/$undo" && sync -- "$state/undo" || exit 1
    umask 022
    systemctl is-enabled -q tapbot-undo.service 2>/dev/null || systemctl -q enable tapbot-undo.service || exit 1
    systemd-run --quiet --collect "--unit=tapbot-undo-$undo" "--on-active=${seconds}s" --timer-property=AccuracySec=100ms \
        /bin/sh "$lib/undo" "$undo" || exit 1
}

op_confirm() {
    field; undo=$value
    field; session=$value
    exec 7>>"$state/undo.lock" && flock -x 7 || exit 1
    [ -d "$state/undo/$undo" ] || { echo gone; return 0; }
    [ "$(cat "$state/undo/$undo/session")" != "$session" ] || { echo same; return 0; }
    mv -T -- "$state/undo/$undo" "$state/undone.$undo" && sync -- "$state/undo" || exit 1
    rm -rf -- "$state"/undone.*
    systemctl -q stop "tapbot-undo-$undo.timer" 2>/dev/null
    echo confirmed
    exec 7>&-
}

op_revert() {
    field; undo=$value
    [ ! -d "$state/undo/$undo" ] || /bin/sh "$lib/undo" "$undo" now || exit 1
}

op_armed() {
    [ ! -d "$state/undo" ] || ls -1 "$state/undo"
}

# Most of the time of a look is spent on starting processes: what a shell can do itself it does, and what one process can do for all is done by one.
tell() {
    printf '%s\n%s\n%s\n%s\n' "${#1}" "$1" "${#2}" "$2"
}

# What may be of any length, to the byte.
part() {
    part=$1
    shift
    body=$("$@" 2>/dev/null | head -c 4194304; echo .)
    tell "$part" "${body%.}"
}

# What a program says, without the ends of lines behind it.
lines() {
    part=$1
    shift
    body=$("$@" 2>/dev/null | head -c 4194304)
    tell "$part" "$body"
}

every() {
    while read -r kind name; do
        [ "$kind" != "$1" ] || printf '%s\n' "$name"
    done <<END
$asked
END
}

file_part() {
    if [ -L "$1" ]; then
        printf 'link 0 0\n'
        readlink -- "$1"
    elif [ -f "$1" ]; then
        stat -c 'file %a %u' -- "$1"
        head -c 1048577 -- "$1" | base64 -w0
    elif [ -d "$1" ]; then
        stat -c 'directory %a %u' -- "$1"
    elif [ -e "$1" ]; then
        printf 'other 0 0\n'
    fi
}

# A link of a user's could show what only root may read.
keys_part() {
    [ -L "$1/.ssh" ] || [ -L "$1/.ssh/authorized_keys" ] || [ ! -f "$1/.ssh/authorized_keys" ] || head -c 262144 "$1/.ssh/authorized_keys"
}

# Of a user who is shut out, what it gets when it is let in again.
known_keys() {
    if [ -d "$state/locked/$1" ]; then cat -- "$state/locked/$1/keys"; else keys_part "$2"; fi
}

expiry_part() {
    while IFS=: read -r user x changed least most warned inactive expires rest; do
        [ ! -d "$state/locked/$user" ] || expires=$(cat "$state/locked/$user/expires")
        printf '%s:%s\n' "$user" "$expires"
    done </etc/shadow
}

locked_part() {
    for locked in "$state"/locked/*; do
        user=${locked##*/}
        [ ! -d "$locked" ] || [ "$(getent shadow "$user" | cut -d: -f8)" != 1 ] || printf '%s\n' "$user"
    done
}

units_part() {
    set --
    for name in $(every unit); do
        set -- "$@" "$name"
    done
    [ "$#" -eq 0 ] || systemctl show -p LoadState,ActiveState,UnitFileState -- "$@"
}

# Where the first of its separators is a dot, dots in a name are slashes and slashes are dots (sysctl(8)). A shell reads byte by byte, which the kernel does not allow.
sysctl_part() {
    every sysctl | awk '{
        file = $0
        if (match(file, /[.\/]/) && substr(file, RSTART, 1) == ".") {
            gsub(/\//, "\001", file)
            gsub(/\./, "/", file)
            gsub(/\001/, ".", file)
        }
        file = "/proc/sys/" file
        if ((getline value < file) > 0)
            print $0, value
        close(file)
    }'
}

# Files and directories, with one question for the modes of all.
files_part() {
    set --
    while read -r kind path; do
        case $kind in
        file | directory) set -- "$@" "$path" ;;
        esac
    done <<END
$asked
END
    [ "$#" -gt 0 ] || return 0
    stat --printf '%a %u %s %n\n' -- "$@" 2>/dev/null | while read -r mode owner bytes path; do
        if [ -L "$path" ]; then
            tell "file $path" "link 0 0
$(readlink -- "$path")"
        elif [ -f "$path" ] && [ "$bytes" -le 1048576 ]; then
            tell "file $path" "file $mode $owner
$(base64 -w0 -- "$path")"
        else
            part "file $path" file_part "$path"
        fi
    done
}

# What is noted, in parts as above: of all files by one process. Each is whole, since it was renamed to its place.
noted_parts() {
    set --
    for noted in "$state"/manifest/*; do
        [ ! -f "$noted" ] || set -- "$@" "$noted"
    done
    [ "$#" -eq 0 ] || awk '
        function tell() {
            if (name != "")
                printf "%d\n%s\n%d\n%s\n", length(name), name, length(body), body
        }
        FNR == 1 { tell(); name = FILENAME; sub(/.*\//, "noted ", name); body = ""; next }
        { body = body $0 "\n" }
        END { tell() }' "$@"
}

swap_part() {
    cat /proc/swaps
    [ ! -f "$state/swapfile" ] || printf 'ours %s\n' "$(stat -c %s "$state/swapfile")"
}

engine_part() {
    command -v dockerd >/dev/null || return 0
    systemctl is-active docker.service
    [ ! -f /etc/docker/daemon.json ] || head -c 1048576 /etc/docker/daemon.json
}

# fail2ban is made of Python, so that where it is, Python is. Its client takes a tenth of a second a question, and half of that to be loaded; its way to speak
# (fail2ban/client/csocket.py, fail2ban/protocol.py) takes no more than two modules of Python itself.
jails_part() {
    [ -S /run/fail2ban/fail2ban.sock ] && command -v python3 >/dev/null || return 0
    timeout 20 python3 -I -S -c '
import _pickle, _socket
END = b"<F2B_END_COMMAND>"
server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
server.connect("/run/fail2ban/fail2ban.sock")
def ask(*words):
    server.sendall(_pickle.dumps(list(words)) + END)
    said = b""
    while not said.endswith(END):
        more = server.recv(65536)
        if not more:
            raise EOFError
        said += more
    return _pickle.loads(said[:-len(END)])[1]
for jail in dict(ask("status"))["Jail list"].split(","):
    jail = jail.strip()
    if jail:
        tries, time, ban, actions, ignored = (ask("get", jail, what) for what in ("maxretry", "findtime", "bantime", "actions", "ignoreip"))
        print(jail, tries, time, ban, ",".join(actions) or "-", *map(str, ignored or []))
'
}

link_key_part() {
    stat -c '%a %u' -- "$1"
    wg pubkey <"$1"
}

link_part() {
    unit=tapbot-link@$1.service
    systemctl is-enabled "$unit" "tapbot-link-rules@$1.service" | sed 's/^/enabled /'
    printf 'active %s\n' "$(systemctl is-active "$unit")"
    printf 'key %s\nport %s\n' "$(wg show "$1" public-key)" "$(wg show "$1" listen-port)"
    wg show "$1" allowed-ips | sed 's/^/peer /'
    ip -o addr show dev "$1" scope global | sed -n 's/.* inet6* \([^ ]*\) .*/address \1/p'
    grep -- "# tapbot $1\$" /etc/hosts | sed 's/^/name /'
}

op_look() {
    field
    # Of what is noted as ours, the first line says what to look at.
    asked=$(
        printf '%s\n' "$value"
        set --
        for noted in "$state"/manifest/*; do
            [ ! -f "$noted" ] || set -- "$@" "$noted"
        done
        [ "$#" -eq 0 ] || awk 'FNR == 1' "$@"
        for unit in /etc/systemd/system/*; do
            [ ! -f "$unit" ] || [ -L "$unit" ] || printf 'unit %s\n' "${unit##*/}"
        done
    )
    # A template runs nothing, and systemd says nothing of it where it says something of each of the others.
    asked=$(printf '%s\n' "$asked" | grep -v '^unit [^ ]*@\.' | sort -u)
    lines os cat /etc/os-release
    IFS= read -r memory </proc/meminfo
    tell memory "$memory"
    lines disk df -Pk / /var /var/lib/docker
    users=$(getent passwd | head -c 4194304)
    tell users "$users"
    lines groups getent group
    lines expiry expiry_part
    lines locked locked_part
    while IFS=: read -r user x uid gid gecos home shell; do
        [ "$uid" -lt 1000 ] || [ "$uid" -ge 65534 ] || lines "keys $user" known_keys "$user" "$home"
    done <<END
$users
END
    ! command -v cvtsudoers >/dev/null || lines sudo cvtsudoers -f json /etc/sudoers
    [ -d /run/sshd ] || mkdir -p /run/sshd
    lines sshd sshd -T
    lines packages dpkg-query -W -f '${Package} ${db:Status-Status}\n'
    lines units units_part
    lines unit-names every unit
    lines sysctl sysctl_part
    [ -z "$(every sysctl)" ] || lines sysctl-boot systemd-analyze --no-pager cat-config sysctl.d
    lines swap swap_part
    lines zone readlink /etc/localtime
    lines rules4 iptables -w 5 -S
    lines rules6 ip6tables -w 5 -S
    lines gate4 iptables -w 5 -t mangle -S
    lines gate6 ip6tables -w 5 -t mangle -S
    lines ufw cat /etc/ufw/ufw.conf
    lines ufw-rules cat /etc/ufw/user.rules /etc/ufw/user6.rules
    lines jails jails_part
    part engine engine_part
    for path in "$state"/links/*.key; do
        [ ! -f "$path" ] || [ -L "$path" ] || lines "link-key ${path##*/}" link_key_part "$path"
    done
    for path in /etc/tapbot/links/*; do
        [ ! -d "$path" ] || lines "link ${path##*/}" link_part "${path##*/}"
    done
    [ ! -d /etc/tapbot/links ] || lines nat4 iptables -w 5 -t nat -S
    lines listeners ss -Htulnp
    files_part
    for path in /etc/systemd/system/*; do
        [ ! -f "$path" ] || [ -L "$path" ] || part "unit ${path##*/}" cat -- "$path"
    done
    op_kept
}

# What is kept of a password is whether there is one.
passwords_part() {
    while IFS=: read -r user hash rest; do
        case $hash in
        '') state=none ;;
        '!'* | '*'*) state=locked ;;
        *) state=set ;;
        esac
        printf '%s %s\n' "$user" "$state"
    done </etc/shadow
}

# Kernel settings that somebody has said here, and no package.
own_sysctl() {
    for conf in /etc/sysctl.conf /etc/sysctl.d/*.conf; do
        [ -f "$conf" ] && [ ! -L "$conf" ] || continue
        [ "$conf" = /etc/sysctl.conf ] || ! dpkg-query -S "$conf" >/dev/null 2>&1 || continue
        head -c 262144 -- "$conf" | sed -n 's/^[[:space:]]*-\{0,1\}\([a-z0-9_]*[./][A-Za-z0-9_./-]*\)[[:space:]]*=.*/sysctl \1/p'
    done | sort -u
}

# Of the files that decide who gets in.
modes_part() {
    for path in /etc/passwd /etc/shadow /etc/sudoers /etc/sudoers.d/* /etc/ssh/ssh_host_*_key /root/.ssh/authorized_keys /home/*/.ssh/authorized_keys \
        /var/run/docker.sock "$state"; do
        [ ! -e "$path" ] || stat -L -c '%a %U %n' -- "$path"
    done
}

# What an import asks beyond a look.
op_survey() {
    lines cpus nproc
    lines addresses ip -o addr show scope global
    lines passwords passwords_part
    lines modes modes_part
    lines root-keys keys_part /root
    ! command -v cvtsudoers >/dev/null || lines sudo-all cvtsudoers -e -f json /etc/sudoers
    lines ufw-defaults cat /etc/default/ufw
    ! command -v nft >/dev/null || lines nft nft list tables
    lines apt apt-config dump
    asked=$(own_sysctl)
    lines sysctl-own sysctl_part
}

# What a proof asks beyond a survey. Each is bounded: a server's users may have laid out anything.
op_examine() {
    lines sshd-match sshd_match_part
    lines schedules schedules_part
    lines readable readable_part
    lines journal-place journal_place_part
    lines dumps cat /proc/sys/fs/suid_dumpable /proc/sys/kernel/core_pattern
}

# Where sshd takes passwords of some visitors, which it does not tell with its settings: the conditions, as they are written. One ends with its file (sshd_config(5)).
sshd_match_part() {
    awk '
        FNR == 1 { on = 0 }
        { gsub(/[="]/, " "); word = tolower($1) }
        word == "match" { $1 = ""; on = tolower($2) != "all"; of = $0 }
        on && word ~ /^(passwordauthentication|kbdinteractiveauthentication|challengeresponseauthentication|permitemptypasswords)$/ && tolower($2) == "yes" {
            print word " yes for Match" of
        }' /etc/ssh/sshd_config /etc/ssh/sshd_config.d/*.conf
}

# What runs at its time and comes with no package: files of cron, by the names that it takes (cron(8), run-parts(8)), timers, and what users have planned.
schedules_part() {
    set --
    for path in /etc/cron.d/* /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/* /etc/cron.yearly/*; do
        case ${path##*/} in
        *[!A-Za-z0-9_-]*) continue ;;
        esac
        case $path in
        /etc/cron.d/*) [ ! -f "$path" ] || set -- "$@" "$path" ;;
        *) [ ! -f "$path" ] || [ ! -x "$path" ] || set -- "$@" "$path" ;;
        esac
    done
    for path in $(timers); do
        set -- "$@" "$path"
    done
    if [ "$#" -gt 0 ]; then
        known=$(dpkg-query -S -- "$@" 2>/dev/null | sed 's/^[^/]*: //')
        printf '%s\n' "$@" | grep -vxF -- "$known"
    fi
    for path in /var/spool/cron/crontabs/* /var/spool/cron/atjobs/[a-z]*; do
        [ ! -f "$path" ] || ! grep -qvE '^[[:space:]]*(#|$|[A-Za-z_][A-Za-z0-9_]*[[:space:]]*=)' "$path" || printf '%s\n' "$path"
    done
    # As the package has it, it runs the directories above.
    ! grep -qvE '^[[:space:]]*(#|$|[A-Z]+=)|^[0-9*/, 	]+root[ 	]+(test -x /usr/sbin/anacron \|\| [({] )?cd / && run-parts --report /etc/cron\.(hourly|daily|weekly|monthly|yearly)(;? [})])?[ 	]*$' \
        /etc/crontab 2>/dev/null || echo /etc/crontab
}

# Those that wait and are not where packages have theirs.
timers() {
    systemctl show -p ActiveState -p FragmentPath '*.timer' | awk '
        function tell() {
            if (active == "active" && path != "" && path !~ /^\/(usr\/)?lib\/|^\/run\/systemd\/generator|[^A-Za-z0-9:_.@\/\\-]/)
                print path
            active = path = ""
        }
        /^ActiveState=/ { active = substr($0, 13) }
        /^FragmentPath=/ { path = substr($0, 14) }
        /^$/ { tell() }
        END { tell() }'
}

# Dumps of databases, private keys and files of passwords that everybody on the server reads: by their names, then by how they begin. What is in a directory
# that nobody else enters is nobody else's.
readable_part() {
    {
        timeout 10 find -H /opt /srv /root /home /var/backups -xdev -maxdepth 5 \
            -type d '(' ! -perm -001 -o -name node_modules -o -name '*-packages' -o -name .git ')' -prune -o \
            -type f -perm -004 -size +0 '(' -name '*.sql' -o -name '*.sql.*' -o -name '*.dump' -o -name acme.json -o -name '*.pem' -o -name '*.key' \
            -o -name 'id_[a-z]*' -o -name .env -o -name '.env.*' -o -name .pgpass ')' -print0 2>/dev/null
        [ "$?" -ne 124 ] || printf 'more\0'
    } | head -zn 2001 | timeout 10 perl -0 -MFcntl -ne '
        chomp;
        my $path = $_;
        my $name = (split "/", $path)[-1];
        if ($path eq "more" || $. > 2000) { print "more\n"; last }
        sysopen(my $in, $path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) or next;
        my @stat = stat $in;
        next unless -f _;
        sysread($in, my $begin, 8192);
        next unless $name =~ /^\.env/ ? $name !~ /example|sample|template|dist$/
                && (grep { /^[ \t]*(?:export[ \t]+)?(\w++)[ \t]*=[ \t]*[^\s#]/ && $1 =~ /PASS|PWD|SECRET|TOKEN|KEY/i } split /\n/, $begin)
            : $name =~ /\.sql$/ ? $begin =~ /^(?:--|\/\*).*dump/im
            : $name =~ /\.sql\./ ? $name =~ /\.(?:bz2|gz|lz4|xz|zip|zst)$/
            : $name =~ /\.(?:pem|key)$|^id_/ ? $begin =~ /-----BEGIN [A-Z ]*PRIVATE KEY-----/
            : 1;
        $path =~ s/[\x00-\x1f]/?/g;
        printf "%o %s %s\n", $stat[2] & 07777, (getpwuid $stat[4])[0] // $stat[4], $path;
        last if ++$told >= 200;' || echo more
}

# Where the journal is written now: in memory, it is gone with the next restart (systemd-journald.service(8)).
journal_place_part() {
    id=$(cat /etc/machine-id)
    if [ -e "/run/log/journal/$id/system.journal" ]; then
        echo memory
    elif [ -e "/var/log/journal/$id/system.journal" ]; then
        echo disk
    fi
}

op_kept() {
    noted_parts
    lines journal tail -c 262144 "$state/journal"
    lines notes tail -n 5 "$state/notes"
    lines key base64 -w0 "$state/key"
}

# What is being written beside goes when this is told to end, too.
serve() {
    trap 'exit 1' HUP INT TERM
    while IFS= read -r size; do
        case $size in
        '' | *[!0-9]* | ???*) fail 'the input is damaged' ;;
        esac
        IFS= read -r operation && [ "${#operation}" -eq "$size" ] || fail 'the input ended early'
        case $operation in
        hello | key | enable | unless_there | unless_known | sysctl_value | disown_unit | jail | program | have | lists | missing | stat | known | unit | running | engine | shut_user | let_user | hold | link_key | link_public | link_foreign | link | no_link | link_peer | reach | put | append | mkdir | remove | rmdir | cat | run | install | uninstall | user | userdel | sudo | sshd | nosshd | sysctl | zone | swap | noswap | jails \
            | lock | holder | arm | confirm | revert | armed | look | survey | examine | kept) "op_$operation" ;;
        *) fail "the server does not know how to $operation" ;;
        esac
    done
}

serve
