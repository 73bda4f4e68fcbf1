/**
 * Engines behind SSH for {@link kz.tapbot.docker.http.ChannelHttpClient}: every connection is a channel of one login, and no local port is opened.
 *
 * <p>Start at {@link kz.tapbot.docker.ssh.SshDialer}. Nothing here needs the rest of Tapbot.
 */
@NullMarked
package kz.tapbot.docker.ssh;

import org.jspecify.annotations.NullMarked;
