# Not Dozzle: a small server that, as Dozzle does, asks nobody for a login.
RUN ln -s /lab/dozzle /dozzle
ENTRYPOINT ["/dozzle"]
