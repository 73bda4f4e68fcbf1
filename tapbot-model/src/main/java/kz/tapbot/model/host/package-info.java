/** What a server itself runs and allows: users, firewall, packages, updates, host services. */
@NullMarked
package kz.tapbot.model.host;

import org.jspecify.annotations.NullMarked;
