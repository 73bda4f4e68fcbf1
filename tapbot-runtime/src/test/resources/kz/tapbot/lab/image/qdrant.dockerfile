# Not Qdrant: a small server with an API key and collections, and without vectors.
RUN mkdir -p /qdrant/storage /qdrant/config /qdrant/snapshots
WORKDIR /qdrant
ENTRYPOINT ["/lab/stand-in", "qdrant"]
