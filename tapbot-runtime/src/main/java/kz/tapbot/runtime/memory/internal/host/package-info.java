/** The parts of a simulated host: files, packages, units, users, kernel, firewall, sshd, jails. */
@NullMarked
package kz.tapbot.runtime.memory.internal.host;

import org.jspecify.annotations.NullMarked;
