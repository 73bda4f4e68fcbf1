/** Checks of networks, their subnets, and links between servers. */
@NullMarked
package kz.tapbot.validate.internal.networks;

import org.jspecify.annotations.NullMarked;
