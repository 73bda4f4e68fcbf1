/** Addresses, ports, host names, zones: what the network is made of. */
@NullMarked
package kz.tapbot.model.net;

import org.jspecify.annotations.NullMarked;
