package kz.tapbot.runtime.plan;

/** What happens to a thing. */
public enum Action {
    /** It is made. */
    CREATE("+", "create"),
    /** It is changed where it stands. */
    UPDATE("~", "update"),
    /** It is removed and made anew. */
    REPLACE("-/+", "replace"),
    /** It is removed. */
    REMOVE("-", "remove"),
    /** It was somebody else's and becomes ours. */
    ADOPT(">", "adopt");

    private final String sign;
    private final String verb;

    Action(String sign, String verb) {
        this.sign = sign;
        this.verb = verb;
    }

    /** The sign that plans put in front. */
    public String sign() {
        return sign;
    }

    /** The word. */
    public String verb() {
        return verb;
    }
}
