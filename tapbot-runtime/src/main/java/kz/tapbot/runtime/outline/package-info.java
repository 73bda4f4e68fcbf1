/** What of a declaration is remembered on the servers, so that the next plan can say whom it lets in and whom it keeps out. */
@NullMarked
package kz.tapbot.runtime.outline;

import org.jspecify.annotations.NullMarked;
