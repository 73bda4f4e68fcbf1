# A page that says which version it is, and is sick if it is told to.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/lab/page"]
