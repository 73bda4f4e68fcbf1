/** Container networks of a server. */
@NullMarked
package kz.tapbot.model.network;

import org.jspecify.annotations.NullMarked;
