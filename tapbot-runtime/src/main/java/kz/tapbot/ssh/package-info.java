/**
 * SSH connections that a program can trust: pinned host keys, one offered key, a limit on every step, and commands that never meet a shell.
 *
 * <p>Start at {@link kz.tapbot.ssh.SshTarget} and {@link kz.tapbot.ssh.SshConnection#open}. Below is sshj, without BouncyCastle and with channels of
 * our own; none of its types is shown. Nothing is read from the environment, from {@code ~/.ssh} or from {@code known_hosts}.
 */
@NullMarked
package kz.tapbot.ssh;

import org.jspecify.annotations.NullMarked;
