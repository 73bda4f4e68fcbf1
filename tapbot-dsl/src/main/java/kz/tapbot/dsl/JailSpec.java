package kz.tapbot.dsl;

import java.time.Duration;

/** The scope of a jail. Five failures in ten minutes shut out for an hour, unless said otherwise. */
public interface JailSpec extends Scope<JailSpec> {

    /** Says after how many failures an address is banned. */
    JailSpec maxRetry(int failures);

    /** Says within which time failures count together. */
    JailSpec findTime(Duration time);

    /** Says how long a ban lasts. */
    JailSpec banTime(Duration time);
}
