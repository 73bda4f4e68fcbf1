package kz.tapbot.runtime.daily;

import java.time.Duration;
import java.time.Instant;

/** A moment in the past, as people say it. */
public sealed interface Since {

    /** The moment, by the clock of the server that is asked: nobody has to know whether it agrees with the one here. */
    Instant from(Instant now);

    /**
     * So long ago.
     *
     * @param time how long
     */
    record Ago(Duration time) implements Since {

        @Override
        public Instant from(Instant now) {
            return now.minus(time);
        }
    }

    /**
     * At that moment.
     *
     * @param moment when
     */
    record At(Instant moment) implements Since {

        @Override
        public Instant from(Instant now) {
            return moment;
        }
    }
}
