/** The scopes behind the language: each writes one part of the model and closes when its lambda ends. */
@NullMarked
package kz.tapbot.dsl.internal;

import org.jspecify.annotations.NullMarked;
