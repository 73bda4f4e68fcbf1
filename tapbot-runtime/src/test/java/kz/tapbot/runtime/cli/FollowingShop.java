package kz.tapbot.runtime.cli;

import kz.tapbot.Tapbot;
import kz.tapbot.runtime.memory.MemoryEstate;

/** A program that applies the shop to simulated servers and follows its logs until Ctrl-C. */
final class FollowingShop {

    private FollowingShop() {}

    public static void main(String[] args) {
        MemoryEstate estate = MemoryEstate.create();
        StandingDriver.putUp(estate.driver());
        Tapbot.main(Shop::topology, "apply", "--yes", "--runtime", "standing");
        System.exit(Tapbot.main(Shop::topology, "logs", "page", "--follow", "--runtime", "standing"));
    }
}
