/** Checks of routes through proxies, host names, certificates and DNS records. */
@NullMarked
package kz.tapbot.validate.internal.routes;

import org.jspecify.annotations.NullMarked;
