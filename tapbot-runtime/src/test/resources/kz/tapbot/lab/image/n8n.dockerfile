# Not n8n: a small server that insists on what n8n insists on, begun as n8n's own image begins.
RUN mkdir -p /home/node/.n8n && chown 1000:1000 /home/node/.n8n \
    && printf '#!/bin/sh\nshift\nexec "$@"\n' > /usr/local/bin/tini && printf '#!/bin/sh\nexec /lab/stand-in n8n "$@"\n' > /docker-entrypoint.sh \
    && chmod 755 /usr/local/bin/tini /docker-entrypoint.sh
USER node
ENTRYPOINT ["tini", "--", "/docker-entrypoint.sh"]
