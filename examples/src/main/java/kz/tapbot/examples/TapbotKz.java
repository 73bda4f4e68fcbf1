package kz.tapbot.examples;

/** The estate behind tapbot.kz. */
public final class TapbotKz {

    private TapbotKz() {}

    /**
     * Says that the build stands.
     *
     * @param args what the command line passed
     */
    public static void main(String[] args) {
        System.out.println("ok " + String.join(" ", args));
    }
}
