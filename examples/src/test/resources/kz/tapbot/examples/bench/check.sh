# The same facts, looked at by one script: what somebody writes who wants nothing but speed. It says nothing where all is as it shall be.
PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
differs() {
    echo "differs: $1"
}
for package in ufw fail2ban python3-systemd sudo rsyslog cron tree bc less rsync; do
    echo "$package installed"
done >/tmp/race.packages
dpkg-query -W -f '${Package} ${db:Status-Status}\n' | grep -xFf /tmp/race.packages | wc -l | grep -qx 10 || differs packages
[ "$(readlink -f /etc/localtime)" = /usr/share/zoneinfo/Asia/Almaty ] || differs 'time zone'
sysctl net.ipv4.tcp_syncookies net.ipv4.conf.all.accept_redirects net.ipv4.conf.all.send_redirects net.ipv4.tcp_keepalive_time \
    net.ipv4.tcp_fin_timeout | tr -d '\n ' | grep -q '=2net.*=0net.*=0net.*=600net.*=30$' || differs 'kernel settings'
cat /etc/sysctl.d/*.conf | grep -c -e tcp_syncookies -e accept_redirects -e send_redirects -e tcp_keepalive_time -e tcp_fin_timeout >/dev/null || differs 'boot'
for directory in /srv/race /srv/race/in /srv/race/out /srv/race/log /srv/race/tmp /var/lib/race; do
    [ -d "$directory" ] || differs "$directory"
done
stat -c %a /srv/race /srv/race/in /srv/race/out /srv/race/log /srv/race/tmp /var/lib/race | uniq | tr '\n' ' ' | grep -qx '755 ' || differs modes
for number in 0 1 2 3; do
    id -nG "race$number" | grep -q 'adm systemd-journal' || differs "groups of race$number"
    [ "$(cat "/home/race$number/.ssh/authorized_keys")" = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyOfTheRaceNumber${number}NotARealOneAbcdefgh race$number" ] \
        || differs "keys of race$number"
done
cvtsudoers -f json /etc/sudoers | grep -c 'restart [a-z]*.service' | grep -qx 4 || differs sudo
for number in 1 2 3 4; do
    [ "$(cat "/etc/rsyslog.d/6$number-race.conf")" = "local$number.* /var/log/race-$number.log" ] || differs "log $number"
done
for number in 1 2 3; do
    [ "$(cat "/etc/cron.d/race-$number")" = "$number 4 * * * root /usr/bin/true" ] || differs "clock $number"
done
systemctl is-active rsyslog cron fail2ban | uniq | grep -qx active || differs 'units that run'
systemctl is-enabled rsyslog cron fail2ban | uniq | grep -qx enabled || differs 'units at boot'
rules=$(iptables -S ufw-user-input)
for port in 22 80 443 8443; do
    case $rules in
    *"--dport $port -j ACCEPT"*) ;;
    *) differs "port $port" ;;
    esac
done
ip6tables -S ufw6-user-input | grep -c -e '--dport' | grep -qx 2 || differs 'ports by IPv6'
sshd -T | grep -c -x -e 'port 22' -e 'kbdinteractiveauthentication no' -e 'passwordauthentication no' -e 'permitemptypasswords no' \
    -e 'permitrootlogin without-password' -e 'pubkeyauthentication yes' | grep -qx 6 || differs sshd
fail2ban-client get sshd maxretry | grep -qx 3 || differs jail
