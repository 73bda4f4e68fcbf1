package kz.tapbot.dsl;

import java.time.Duration;

/** The scope of what people are told of. */
public interface AlertSpec extends Scope<AlertSpec> {

    /** Says the value from which it is bad, in the metric's unit. */
    AlertSpec threshold(int value);

    /** Says for how long it must be bad; at once if not said. */
    AlertSpec lasting(Duration time);

    /** Makes it red; it is yellow if not said. */
    AlertSpec critical();

    /** Says who is told. */
    AlertSpec tells(NotifierRef... notifiers);
}
