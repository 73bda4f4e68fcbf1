package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What all parts of the contract have in common: a harness, a session, and the questions that are asked again and again. */
public abstract class Trial {

    /** The topology whose things are made. */
    protected static final TopologyName OURS = TopologyName.of("contract");

    /** Another topology. */
    protected static final TopologyName OTHERS = TopologyName.of("neighbour");

    /** Nothing is required. */
    protected static final SortedSet<Address> NOTHING = Collections.emptySortedSet();

    /** The values of secrets. */
    protected final KnownContents contents = new KnownContents();

    /** The server under test. */
    protected Harness harness;

    /** A session on it. */
    protected Session session;

    /** A fresh server. */
    protected abstract Harness harness();

    @BeforeEach
    void begin() {
        harness = harness();
        session = open(OURS, "first@contract");
    }

    @AfterEach
    void end() {
        session.close();
        harness.close();
    }

    /** The server's name. */
    protected final ServerName server() {
        return harness.server().name();
    }

    /** An address of something on the server. */
    protected final Address address(String kind, String rest) {
        return Address.on(server(), kind, rest);
    }

    /** A fresh login. */
    protected final Session open(TopologyName topology, String who) {
        return harness.driver().open(harness.server(), new SessionContext(topology, contents, who));
    }

    /** Performs an operation in the first session. */
    protected final void perform(Operation... operations) {
        for (Operation operation : operations) {
            perform(session, operation);
        }
    }

    /** Performs an operation in a session. */
    protected static void perform(Session in, Operation operation) {
        Performing.perform(in, operation);
    }

    /** That an operation fails, and says why with these words. */
    protected final void refused(Operation operation, String... words) {
        assertThatThrownBy(() -> perform(operation))
                .as("%s", operation)
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContainingAll(words);
    }

    /** What is seen of a resource, whosever it is. */
    protected final Optional<Observed> seen(Resource resource) {
        return Optional.ofNullable(look(resource).things().get(resource.address()));
    }

    /** What is seen when these shall be there. */
    protected final ServerFacts look(Resource... desired) {
        return session.observe(List.of(desired));
    }

    /** That a resource is ours and has exactly the attributes that are desired, whether it is desired or not. */
    protected final void isAsDesired(Resource resource) {
        for (ServerFacts facts : List.of(look(resource), look())) {
            Observed found = facts.things().get(resource.address());
            assertThat(found).as("%s", resource.address()).isNotNull();
            assertThat(found.owner().is(OURS))
                    .as("%s is ours, not of %s", resource.address(), found.owner())
                    .isTrue();
            assertThat(found.attributes()).as("%s", resource.address()).isEqualTo(resource.attributes(contents));
        }
    }

    /** That nothing of ours is at a resource's address. */
    protected final void isNotOurs(Resource resource) {
        assertThat(look().things().get(resource.address()))
                .as("%s", resource.address())
                .satisfiesAnyOf(
                        found -> assertThat(found).isNull(),
                        found -> assertThat(found.owner().is(OURS)).isFalse());
    }

    /** That an operation brings a resource about, again too, and another takes it away, again too. */
    protected final void comesAndGoes(Resource resource, Operation put, Operation remove) {
        isNotOurs(resource);
        perform(remove);
        perform(put);
        isAsDesired(resource);
        perform(put);
        isAsDesired(resource);
        perform(remove);
        isNotOurs(resource);
        perform(remove);
        isNotOurs(resource);
    }
}
