# Not Directus: a small server that insists on what Directus insists on.
RUN mkdir -p /directus/uploads && chown 1000:1000 /directus/uploads
USER node
ENTRYPOINT ["/lab/stand-in", "directus"]
