# Redis 7.0 of Debian, started as the official image starts its own.
VOLUME /data
WORKDIR /data
ENTRYPOINT ["/lab/redis"]
CMD ["redis-server"]
