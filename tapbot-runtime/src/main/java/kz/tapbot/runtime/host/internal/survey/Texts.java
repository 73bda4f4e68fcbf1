package kz.tapbot.runtime.host.internal.survey;

import java.util.List;

/** Lists in sentences. */
final class Texts {

    private static final int MOST = 12;

    private Texts() {}

    /** The first of them, and how many more there are. */
    static String some(List<String> all) {
        List<String> first = all.subList(0, Math.min(all.size(), MOST));
        return String.join(", ", first) + (all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "");
    }
}
