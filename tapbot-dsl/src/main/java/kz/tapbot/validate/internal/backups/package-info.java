/** Checks of data, volumes and their backups. */
@NullMarked
package kz.tapbot.validate.internal.backups;

import org.jspecify.annotations.NullMarked;
