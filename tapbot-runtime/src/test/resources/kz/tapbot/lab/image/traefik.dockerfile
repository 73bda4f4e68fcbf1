# Not Traefik: Caddy 2.6, told in its own words what stands in Traefik's files.
RUN ln -s /lab/traefik /usr/local/bin/traefik
ENTRYPOINT ["/lab/traefik"]
