# As the user: whatever it has put into its home, root writes nowhere, and waits for nothing, as it would for a FIFO.
give_keys() {
    timeout -k 1 10 runuser -u "$user" -- /bin/sh -c '
        umask 077
        chmod u+rwx -- "$1" && cd -- "$1" && mkdir -p .ssh && chmod 700 .ssh && rm -rf .ssh/.tapbot.* \
            && new=$(mktemp .ssh/.tapbot.XXXXXXXX) && cat >"$new" && sync "$new" || exit 1
        [ ! -d .ssh/authorized_keys ] || rm -rf .ssh/authorized_keys
        mv -fT "$new" .ssh/authorized_keys || { rm -f "$new"; exit 1; }' sh "$home"
}
