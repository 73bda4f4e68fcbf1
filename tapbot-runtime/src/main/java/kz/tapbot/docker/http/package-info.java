/**
 * A transport for docker-java: its {@link com.github.dockerjava.transport.DockerHttpClient} over any byte channel.
 *
 * <p>Start at {@link kz.tapbot.docker.http.DockerClients#connect}. A {@link kz.tapbot.docker.http.Dialer} says where the
 * engine is; {@link kz.tapbot.docker.http.Dialers} has the local socket, TCP and TLS, others are yours to write. The client
 * is a lean HTTP/1.1 of its own: no further library, no native code, nothing read from the environment. Nothing here needs
 * the rest of Tapbot.
 */
@NullMarked
package kz.tapbot.docker.http;

import org.jspecify.annotations.NullMarked;
