# A server as a provider hands it over, of another release than the tests' own: systemd and sshd. No engine, no firewall, no jails, no sudo.
FROM debian:bookworm AS made
ARG MIRROR=
ARG SUITE
ARG ARCHIVE
ARG SCRIPT
# No keyring of Ubuntu's is among Debian's packages; what is made here is only ever used by tests.
RUN if [ -n "$MIRROR" ]; then echo "deb $MIRROR bookworm main" > /etc/apt/sources.list; rm -f /etc/apt/sources.list.d/*; fi \
    && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends debootstrap > /dev/null \
    && { debootstrap --variant=minbase --no-check-gpg "$SUITE" /made "$ARCHIVE" $SCRIPT > /tmp/said 2>&1 || { tail /tmp/said; exit 1; }; }
FROM scratch
COPY --from=made /made /
ARG SUITE
ARG ARCHIVE
ARG COMPONENTS
ARG UPDATES
# With the updates that every server has: fail2ban as released with Ubuntu 24.04 does not start with the Python there is.
RUN for suite in "$SUITE" $UPDATES; do echo "deb $ARCHIVE $suite $COMPONENTS"; done > /etc/apt/sources.list \
    && echo 'exit 101' > /usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d \
    && apt-get -qq update \
    && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
        systemd systemd-sysv dbus openssh-server iproute2 procps nftables cron tzdata ca-certificates netbase > /dev/null \
    && rm -f /usr/sbin/policy-rc.d /etc/ssh/ssh_host_* \
    && systemctl mask getty.target console-getty.service systemd-udevd.service systemd-logind.service \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin && mkdir -p -m 700 /root/.ssh
COPY bin/server /usr/local/sbin/lab-server
STOPSIGNAL SIGRTMIN+3
ENTRYPOINT ["/usr/local/sbin/lab-server"]
