# Not pgAdmin: a small server that insists on what pgAdmin insists on.
RUN mkdir -p /var/lib/pgadmin /pgadmin4 && chown 5050:0 /var/lib/pgadmin
VOLUME /var/lib/pgadmin
USER pgadmin
ENTRYPOINT ["/lab/stand-in", "pgadmin"]
