package kz.tapbot.dsl;

/** The scope of how long copies are kept: so many of each, at least one in all. */
public interface KeepSpec extends Scope<KeepSpec> {

    /** Keeps the copies of so many days. */
    KeepSpec days(int days);

    /** Keeps one copy of each of so many weeks. */
    KeepSpec weekly(int weeks);

    /** Keeps one copy of each of so many months. */
    KeepSpec monthly(int months);
}
