package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.plan.Plan;
import org.junit.jupiter.api.Test;

/** Whoever deploys by a line of sudo calls a program of ours by it, which must not go before the line. */
class DeployLineTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1r0pZ0pW2yq0zrkzV0nP1m5mGq4l3Jf5wqk5m0aBcD deploy@example.com";

    @Test
    void the_program_goes_after_the_line_that_calls_it() {
        World world = new World();
        world.apply(shop(true));
        Plan plan = world.runtime().plan(shop(false));
        assertThat(plan.changes())
                .filteredOn(change -> change.address().kind().equals("file"))
                .singleElement()
                .satisfies(program -> {
                    assertThat(program.address()).hasToString("file:data/usr/local/lib/tapbot/enter");
                    assertThat(program.after()).extracting(Address::toString).containsExactly("sudo:data/deploy");
                });
    }

    private static Topology shop(boolean mayDeploy) {
        return Shop.topology(data -> data.addDelegates(Delegate.builder()
                .name(UserName.of("deploy"))
                .addKeys(SshPublicKey.of(KEY))
                .mayDeploy(mayDeploy)
                .build()));
    }
}
