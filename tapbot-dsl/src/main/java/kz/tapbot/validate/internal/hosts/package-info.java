/** Checks of servers themselves: access, firewall, intrusion prevention and delegates. */
@NullMarked
package kz.tapbot.validate.internal.hosts;

import org.jspecify.annotations.NullMarked;
