/** What is backed up, when, where to, for how long, and how the restore is drilled. */
@NullMarked
package kz.tapbot.model.backup;

import org.jspecify.annotations.NullMarked;
