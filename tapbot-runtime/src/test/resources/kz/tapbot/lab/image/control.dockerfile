# A machine from which others administer servers: Ansible, Mitogen and an SSH client, all from Debian.
FROM debian:bookworm
ARG MIRROR=
RUN if [ -n "$MIRROR" ]; then echo "deb $MIRROR bookworm main" > /etc/apt/sources.list; rm -f /etc/apt/sources.list.d/*; fi \
    && apt-get -qq update \
    && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
        ansible ansible-mitogen openssh-client > /dev/null
ENTRYPOINT ["sleep", "infinity"]
