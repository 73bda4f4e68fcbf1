package kz.tapbot.examples;

import kz.tapbot.Tapbot;
import kz.tapbot.examples.estate.TapbotKzEstate;
import kz.tapbot.examples.tour.Tour;

/** The main job: without arguments the tour of the estate, with arguments the command line for it. */
public final class TapbotKz {

    private TapbotKz() {}

    /**
     * Runs the tour, or a verb such as {@code plan}.
     *
     * @param args nothing, or what the command line takes
     */
    public static void main(String[] args) {
        int exit = args.length == 0
                ? (new Tour(System.out).walk() ? 0 : 1)
                : Tapbot.main(() -> TapbotKzEstate.TOPOLOGY, args);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
