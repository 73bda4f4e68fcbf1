package kz.tapbot.model.place;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose methods declare on behalf of whoever calls them: source places name the caller, not lines of this class. Holds
 * for the classes nested in it too. Put it on typed services and on whatever they are set up with.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SpeaksForCaller {}
