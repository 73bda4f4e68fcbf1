# Another machine of the network of servers: has a registry of images, and tries which ports answer.
FROM debian:bookworm
ARG MIRROR=
RUN if [ -n "$MIRROR" ]; then echo "deb $MIRROR bookworm main" > /etc/apt/sources.list; rm -f /etc/apt/sources.list.d/*; fi \
    && apt-get -qq update \
    && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
        docker-registry python3 iproute2 ca-certificates > /dev/null \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin
COPY bin/scan /usr/local/bin/scan
COPY bin/registry.yml /etc/lab-registry.yml
EXPOSE 80
ENTRYPOINT ["docker-registry", "serve", "/etc/lab-registry.yml"]
