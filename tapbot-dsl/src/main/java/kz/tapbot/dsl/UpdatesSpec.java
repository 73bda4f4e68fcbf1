package kz.tapbot.dsl;

/** The scope of how packages are kept up to date. Security updates install themselves unless said otherwise. */
public interface UpdatesSpec extends Scope<UpdatesSpec> {

    /** Keeps security updates from installing themselves. */
    UpdatesSpec byHand();

    /** Lets the server restart for updates, at a time such as {@code 04:30}; it never does by itself if not said. */
    UpdatesSpec rebootAt(String time);
}
