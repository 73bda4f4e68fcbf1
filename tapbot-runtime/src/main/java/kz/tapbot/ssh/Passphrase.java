package kz.tapbot.ssh;

/** Gives the passphrase of a key file when it is needed. */
@FunctionalInterface
public interface Passphrase {

    /** A new array each time; it is overwritten after use. */
    char[] characters();
}
