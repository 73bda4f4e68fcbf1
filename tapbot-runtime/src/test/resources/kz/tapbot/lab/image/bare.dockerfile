# A server as a provider hands it over: Debian 12 with systemd and sshd. No engine, no firewall, no jails, no sudo, no lists of packages.
FROM debian:bookworm
ARG MIRROR=
RUN if [ -n "$MIRROR" ]; then echo "deb $MIRROR bookworm main" > /etc/apt/sources.list; rm -f /etc/apt/sources.list.d/*; fi \
    && echo 'exit 101' > /usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d \
    && apt-get -qq update \
    && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
        systemd systemd-sysv dbus openssh-server iproute2 procps nftables cron tzdata ca-certificates > /dev/null \
    && rm -f /usr/sbin/policy-rc.d /etc/ssh/ssh_host_* \
    && systemctl mask getty.target console-getty.service systemd-udevd.service systemd-logind.service \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /etc/dpkg/dpkg.cfg.d/docker* /etc/apt/apt.conf.d/docker* \
    && mkdir -p -m 700 /root/.ssh
COPY bin/server /usr/local/sbin/lab-server
COPY bin/webmin /tmp/webmin
# Webmin is in no archive of Debian's: what stands in for it is in an archive of its own that the server knows already, as it would know the vendor's.
RUN d=/tmp/deb && mkdir -p $d/DEBIAN $d/usr/share/webmin $d/etc/webmin $d/lib/systemd/system /srv/archive \
    && mv /tmp/webmin $d/usr/share/webmin/miniserv.pl \
    && echo 'port=10000' > $d/etc/webmin/miniserv.conf \
    && printf '%s\n' 'Package: webmin' 'Version: 2.0' 'Architecture: all' 'Maintainer: lab <lab@example.com>' 'Depends: perl-base' \
        'Description: stands in for Webmin' > $d/DEBIAN/control \
    && printf '%s\n' '/etc/webmin/miniserv.conf' > $d/DEBIAN/conffiles \
    && printf '%s\n' '[Unit]' 'Description=Stands in for Webmin' '[Service]' 'ExecStart=/usr/share/webmin/miniserv.pl' '[Install]' \
        'WantedBy=multi-user.target' > $d/lib/systemd/system/webmin.service \
    && printf '%s\n' '#!/bin/sh' 'systemctl daemon-reload && systemctl enable -q webmin && systemctl restart webmin' > $d/DEBIAN/postinst \
    && chmod 755 $d/DEBIAN/postinst && dpkg-deb -b $d /srv/archive/webmin.deb > /dev/null && rm -rf $d \
    && cd /srv/archive && { dpkg-deb -f webmin.deb; echo "Filename: ./webmin.deb"; echo "Size: $(stat -c %s webmin.deb)"; \
        echo "SHA256: $(sha256sum webmin.deb | cut -d' ' -f1)"; } > Packages \
    && echo 'deb [trusted=yes] file:/srv/archive ./' > /etc/apt/sources.list.d/webmin.list
STOPSIGNAL SIGRTMIN+3
ENTRYPOINT ["/usr/local/sbin/lab-server"]
