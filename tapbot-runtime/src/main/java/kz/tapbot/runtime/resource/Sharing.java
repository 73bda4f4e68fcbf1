package kz.tapbot.runtime.resource;

/** What it means that a thing is on a server already and is not ours. */
public enum Sharing {
    /** It is somebody's: nothing is planned for it unless it is adopted by name. */
    NONE,
    /** It serves us too where it already is as it shall be, and stays whose it is; otherwise as {@link #NONE}. */
    AS_IT_IS,
    /** A setting that a system always has: left alone where it already is as it shall be, and otherwise set by us from then on. */
    SETTING
}
