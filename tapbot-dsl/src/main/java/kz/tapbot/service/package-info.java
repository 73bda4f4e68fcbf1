/** Typed services: what each product needs to run well, declared through the same door that is open to everybody's own. */
@NullMarked
package kz.tapbot.service;

import org.jspecify.annotations.NullMarked;
