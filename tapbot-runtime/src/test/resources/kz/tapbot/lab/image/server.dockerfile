# A whole server as a container: systemd, sshd, UFW, fail2ban, rsyslog, and a Docker Engine of its own that is installed and not yet configured.
FROM debian:bookworm
ARG MIRROR=
RUN if [ -n "$MIRROR" ]; then echo "deb $MIRROR bookworm main" > /etc/apt/sources.list; rm -f /etc/apt/sources.list.d/*; fi \
    && echo 'exit 101' > /usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d \
    && apt-get -qq update \
    && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
        systemd systemd-sysv dbus openssh-server sudo ufw fail2ban python3-systemd rsyslog cron iptables iproute2 docker.io procps \
        ca-certificates curl perl-base > /dev/null \
    && rm -f /usr/sbin/policy-rc.d /etc/ssh/ssh_host_* \
    && systemctl mask getty.target console-getty.service systemd-udevd.service systemd-logind.service \
    && mkdir -p -m 700 /root/.ssh
COPY bin/server /usr/local/sbin/lab-server
STOPSIGNAL SIGRTMIN+3
ENTRYPOINT ["/usr/local/sbin/lab-server"]
