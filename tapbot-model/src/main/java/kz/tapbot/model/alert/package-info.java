/** What is watched and who is told. */
@NullMarked
package kz.tapbot.model.alert;

import org.jspecify.annotations.NullMarked;
