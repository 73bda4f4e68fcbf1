# Not n8n: a small server that insists on what n8n insists on.
RUN mkdir -p /home/node/.n8n && chown 1000:1000 /home/node/.n8n
USER node
ENTRYPOINT ["/lab/stand-in", "n8n"]
