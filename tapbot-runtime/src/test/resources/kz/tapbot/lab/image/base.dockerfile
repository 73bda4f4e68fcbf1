# What all images of the lab are made from: Debian's packages of what they run, users with the numbers of the official images, and the lab's programs.
FROM debian:bookworm
ARG MIRROR=
RUN if [ -n "$MIRROR" ]; then echo "deb $MIRROR bookworm main" > /etc/apt/sources.list; rm -f /etc/apt/sources.list.d/*; fi \
    && groupadd --gid 999 postgres && useradd --uid 999 --gid 999 --no-create-home --home-dir /var/lib/postgresql --shell /bin/bash postgres \
    && groupadd --gid 1000 node && useradd --uid 1000 --gid 1000 --no-create-home node \
    && useradd --uid 5050 --gid 0 --no-create-home pgadmin \
    && mkdir /etc/postgresql-common && echo create_main_cluster=false > /etc/postgresql-common/createcluster.conf \
    && apt-get -qq update \
    && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
        postgresql-15 redis-server caddy pebble wget ca-certificates python3-yaml > /dev/null \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin
COPY bin /lab
