package kz.tapbot.rule.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.Violation;
import kz.tapbot.rule.Violations;

/** What is asserted of one service. Every method returns this, or throws an {@link AssertionError} that tells all that is wrong. */
public final class ServiceAssert {

    private final TopologyAssert topology;
    private final Subject.OfService service;

    ServiceAssert(TopologyAssert topology, Subject.OfService service) {
        this.topology = topology;
        this.service = service;
    }

    /** The source reaches it by some port or page, with a login or without. */
    public ServiceAssert isReachableFrom(Source source) {
        topology.lets(source, Target.service(service.id()));
        return this;
    }

    /** The source reaches no port and no page of it. */
    public ServiceAssert isNotReachableFrom(Source source) {
        topology.doesNotLet(source, Target.service(service.id()));
        return this;
    }

    /** The source reaches it, and every way asks for a login. */
    public ServiceAssert asksForLoginFrom(Source source) {
        topology.asksForLogin(source, Target.service(service.id()));
        return this;
    }

    /** It reaches the target. */
    public ServiceAssert reaches(Target target) {
        topology.lets(Source.service(service.id()), target);
        return this;
    }

    /** It does not reach the target. */
    public ServiceAssert doesNotReach(Target target) {
        topology.doesNotLet(Source.service(service.id()), target);
        return this;
    }

    /** It is as the condition demands. */
    public ServiceAssert should(Condition<? super Subject.OfService> condition) {
        List<Violation> found = new ArrayList<>();
        Violations all = (thing, text, place, steps) ->
                found.add(new Violation(thing.address(), thing.address() + " " + text, place, steps));
        condition.check(service, all);
        if (!found.isEmpty()) {
            throw new AssertionError(service.address() + " should " + condition + ":"
                    + found.stream().map(one -> "\n" + one).collect(Collectors.joining()));
        }
        return this;
    }

    /** Goes on with the topology. */
    public TopologyAssert and() {
        return topology;
    }
}
