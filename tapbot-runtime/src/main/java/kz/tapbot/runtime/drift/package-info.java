/** What is different on the servers from what was declared, and what nobody declared. */
@NullMarked
package kz.tapbot.runtime.drift;

import org.jspecify.annotations.NullMarked;
