# Not Portainer: a small server that insists on what Portainer insists on.
VOLUME /data
ENTRYPOINT ["/lab/stand-in", "portainer"]
