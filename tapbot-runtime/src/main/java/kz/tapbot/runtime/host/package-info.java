/**
 * The driver of whole servers: a bare Debian or Ubuntu reached by SSH as root, with its packages, people, firewall, sshd, jails, and the container engine on
 * it, over one connection.
 */
@NullMarked
package kz.tapbot.runtime.host;

import org.jspecify.annotations.NullMarked;
