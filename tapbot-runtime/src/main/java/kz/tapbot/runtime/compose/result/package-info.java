/** What an export to Compose and an import from it give: files, a topology, findings and their codes. */
@NullMarked
package kz.tapbot.runtime.compose.result;

import org.jspecify.annotations.NullMarked;
