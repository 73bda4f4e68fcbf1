# Pebble 2.4 of Debian: an issuer for tests, with a directory, keys and an account of its own each time it is started.
COPY bin/pebble.json /etc/pebble.json
ENV PEBBLE_VA_NOSLEEP=1
ENTRYPOINT ["/lab/pebble"]
