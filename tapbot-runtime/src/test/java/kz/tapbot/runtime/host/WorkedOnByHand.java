package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.prove.ProvenClaim;
import kz.tapbot.runtime.prove.Verdict;

/** A finished server on which somebody has worked by hand: what a proof demands of it, before and after. */
final class WorkedOnByHand {

    /** What is left on a finished server by one evening, and beside each what looks like it and is none. */
    private static final String EVENING = """
        set -e
        useradd -m -s /bin/bash stranger && echo stranger:by-hand-4711 | chpasswd && usermod -aG docker stranger
        useradd -m -s /bin/sh hollow && passwd -q -d hollow
        echo 'hollow ALL=(root) NOPASSWD: /usr/bin/tail /var/log/*' >/etc/sudoers.d/50-tail
        chmod 666 /var/run/docker.sock && fail2ban-client stop sshd >/dev/null
        echo 'PasswordAuthentication yes' >/etc/ssh/sshd_config.d/00-own.conf
        printf 'Ciphers +aes128-cbc\\nKexAlgorithms +diffie-hellman-group1-sha1\\nMatch User kim\\n  KbdInteractiveAuthentication yes\\n' \
            >/etc/ssh/sshd_config.d/00-other.conf
        printf 'Match User sftp\\n  X11Forwarding no\\n' >>/etc/ssh/sshd_config
        systemd-run -q perl -e 'use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalPort => 111, Proto => "udp") or die; sleep 1000'
        systemd-run -q perl -e 'use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => 112, Proto => "udp") or die; sleep 1000'
        docker run -d --name theirs --pid host -p 8099:8080 -v /var/run/docker.sock:/var/run/docker.sock --entrypoint sleep tapbot-test/well:1.0.0 1000 >/dev/null
        echo '# nothing' >/etc/cron.d/not.taken
        echo '5 * * * * root true' >/etc/cron.d/own
        printf '#!/bin/sh\\n' >/etc/cron.daily/own && chmod 755 /etc/cron.daily/own && printf '#!/bin/sh\\n' >/etc/cron.daily/not-run
        echo '7 * * * * root true' >>/etc/crontab
        printf '# mine\\nMAILTO=x\\n' | crontab -u hollow - && echo '*/5 * * * * true' | crontab -u stranger -
        printf '[Timer]\\nOnCalendar=daily\\n' | tee /etc/systemd/system/own.timer >/etc/systemd/system/idle.timer
        printf '[Service]\\nExecStart=/bin/true\\n' >/etc/systemd/system/own.service
        systemctl daemon-reload && systemctl start own.timer
        systemd-run -q --unit passing --on-active 1h true
        mkdir -p /opt/shop/shut && chmod 700 /opt/shop/shut
        echo 'POSTGRES_PASSWORD=x' >/opt/shop/.env && cp /opt/shop/.env /opt/shop/shut/ && cp /opt/shop/.env /root/ && echo 'TZ=UTC' >/srv/shop/.env
        echo '-- PostgreSQL database dump' >/srv/shop/all.sql && chmod 604 /srv/shop/all.sql && echo 'create table a();' >/srv/shop/schema.sql
        echo x >/srv/shop/old.sql.gz && echo x >/srv/shop/kept.sql.gz && chmod 640 /srv/shop/kept.sql.gz
        printf -- '-----BEGIN PRIVATE KEY-----\\n' >/srv/shop/server.key && chown stranger /srv/shop/server.key
        printf -- '-----BEGIN CERTIFICATE-----\\n' >/srv/shop/server.pem && mkfifo -m 644 /srv/shop/pipe.key && ln -s server.key /srv/shop/link.key
        mkdir -p /etc/systemd/journald.conf.d && printf '[Journal]\\nStorage=volatile\\n' >/etc/systemd/journald.conf.d/own.conf
        systemctl restart systemd-journald
        for try in $(seq 100); do [ "$(ss -Huln | grep -cE ':11[12] ')" -ge 2 ] && break; sleep 0.1; done
        """;

    private final LabServer lab;
    private final Topology declared;

    WorkedOnByHand(LabServer lab, Topology declared) {
        this.lab = lab;
        this.declared = declared;
    }

    /** Nothing is broken before; afterwards each by its own claim. */
    void isCaught() {
        assertThat(broken()).isEmpty();
        lab.sh(EVENING);
        List<ProvenClaim> broken = broken();
        assertThat(broken)
                .extracting(ProvenClaim::sentence)
                .containsExactlyInAnyOrder(
                        "Everything on server box is as declared.",
                        "Nobody has an account on server box who is not declared.",
                        "No account of server box has an empty password.",
                        "Nobody but root is root on server box, or becomes it by sudo.",
                        "Only root and their owner write to the files of server box that decide who gets in.",
                        "No line of sudo on server box gives more than it names.",
                        "sshd of server box takes no passwords.",
                        "Whoever fails to log in to server box is shut out.",
                        "sshd of server box offers no broken cryptography.",
                        "Nobody takes visitors on server box who is not declared.",
                        "Nothing runs at its time on server box that nobody declares.",
                        "No dump, private key or file of passwords is read by everybody on server box.",
                        "The journal of server box outlives a restart.",
                        "No container on server box rules over it, or shares its network or processes, unless that is declared.");
        assertThat(broken)
                .extracting(ProvenClaim::seen)
                .contains(
                        "passwordauthentication yes, kbdinteractiveauthentication yes for Match User kim",
                        "aes128-cbc (ciphers), diffie-hellman-group1-sha1 (kexalgorithms)",
                        "111/udp (perl), 8099/tcp (docker-proxy)",
                        "/etc/cron.d/own, /etc/cron.daily/own, /etc/crontab, /etc/systemd/system/own.timer,"
                                + " /run/systemd/transient/passing.timer, /var/spool/cron/crontabs/stranger",
                        "/opt/shop/.env (644, of root), /srv/shop/all.sql (604, of root), /srv/shop/old.sql.gz (644, of root),"
                                + " /srv/shop/server.key (644, of stranger)",
                        "it is in memory alone",
                        "theirs (among the server's processes, mounts /run/docker.sock)");
    }

    private List<ProvenClaim> broken() {
        return WholeServer.runtime(lab).prove(declared).claims().stream()
                .filter(claim -> claim.verdict() == Verdict.BROKEN)
                .toList();
    }
}
