/** Day-to-day work over several containers and servers: logs merged, releases compared, what may be pruned. */
@NullMarked
package kz.tapbot.runtime.operate;

import org.jspecify.annotations.NullMarked;
