package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.model.host.UserName;
import kz.tapbot.runtime.operation.Adopt;
import kz.tapbot.runtime.operation.CreateVolume;
import kz.tapbot.runtime.operation.Disown;
import kz.tapbot.runtime.operation.PutUser;
import kz.tapbot.runtime.operation.RemoveUser;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.UserResource;
import kz.tapbot.runtime.resource.VolumeResource;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import org.junit.jupiter.api.Test;

/** Whose things are: ours are known again, others' are seen and left alone. */
public abstract class OwnershipContractTest extends ContainerTrial {

    @Test
    void a_container_of_somebody_else_is_seen_and_left_alone() {
        harness.runForeign(harness.healthy("theirs"));
        ContainerResource container = container(harness.healthyOther("theirs"));
        assertThat(seen(container))
                .get()
                .satisfies(found -> assertThat(found.owner().topology()).isEmpty());
        assertThat(names()).isEmpty();
        refused(create(container, "theirs"), container.address().toString());
        refused(start(container.address(), "theirs"), container.address().toString());
        perform(stop(container.address(), "theirs"), remove(container.address(), "theirs"));
        assertThat(harness.running()).contains("theirs");
    }

    @Test
    void a_container_is_adopted_as_it_is_and_disowned_again() {
        harness.runForeign(harness.healthy("theirs"));
        ContainerResource container = container(harness.healthy("theirs"));
        perform(new Adopt(container.address()), new Adopt(container.address()));
        assertThat(seen(container))
                .get()
                .satisfies(found -> assertThat(found.owner().is(OURS)).isTrue());
        assertThat(names()).containsExactly("theirs");
        perform(new Disown(container.address()), new Disown(container.address()));
        isNotOurs(container);
        assertThat(harness.running()).contains("theirs");
    }

    @Test
    void an_adopted_container_is_updated_like_one_of_ours() {
        harness.runForeign(harness.healthy("theirs"));
        ContainerResource fresh = container(harness.healthyOther("theirs"));
        var address = fresh.address();
        perform(new Adopt(address), stop(address, "theirs"), rename(address, "theirs", "theirs.before"));
        run(harness.healthyOther("theirs"));
        isAsDesired(fresh);
        perform(remove(address, "theirs.before"));
        assertThat(names()).containsExactly("theirs");
    }

    @Test
    void one_of_ours_is_disowned_and_adopted_again() {
        ContainerResource container = run(harness.healthy("bot"));
        perform(new Disown(container.address()));
        isNotOurs(container);
        refused(start(container.address(), "bot"), container.address().toString());
        perform(new Adopt(container.address()));
        isAsDesired(container);
    }

    @Test
    void what_is_not_there_is_not_adopted() {
        refused(new Adopt(address("container", "nobody")), "container:", "nobody");
        perform(new Disown(address("container", "nobody")));
    }

    @Test
    void a_user_of_somebody_else_is_left_alone_until_it_is_adopted() {
        assumeTrue(harness.managesHost());
        UserName name = UserName.of("theirs");
        harness.addUser(name);
        UserResource user = new UserResource(
                server(), name, new TreeSet<>(), Collections.emptySortedSet(), Optional.empty(), NOTHING);
        assertThat(seen(user)).isPresent();
        refused(new PutUser(user.address(), user), user.address().toString());
        perform(new RemoveUser(user.address(), name));
        assertThat(seen(user)).isPresent();
        perform(new Adopt(user.address()), new PutUser(user.address(), user));
        isAsDesired(user);
    }

    @Test
    void what_another_topology_made_is_its_own() {
        VolumeResource volume = new VolumeResource(server(), kz.tapbot.model.name.VolumeName.of("shared"), NOTHING);
        try (Session neighbour = open(OTHERS, "neighbour@contract")) {
            perform(neighbour, new CreateVolume(volume.address(), volume));
        }
        assertThat(seen(volume))
                .get()
                .satisfies(found -> assertThat(found.owner().is(OTHERS)).isTrue());
        assertThatThrownBy(() -> perform(new CreateVolume(volume.address(), volume)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("neighbour");
        perform(new RemoveVolume(volume.address(), volume.name()));
        assertThat(seen(volume)).isPresent();
    }
}
