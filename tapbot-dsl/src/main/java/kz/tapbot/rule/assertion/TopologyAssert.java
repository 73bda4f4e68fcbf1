package kz.tapbot.rule.assertion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.ExposureDifference;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.reach.Verdict;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.validate.Validator;

/** What is asserted of a topology. Every method returns this, or throws an {@link AssertionError} that tells all that is wrong. */
public final class TopologyAssert {

    private final Topology topology;
    private final Estate estate;

    /** Of that topology. */
    public TopologyAssert(Topology topology) {
        this.topology = topology;
        this.estate = Estate.of(topology);
    }

    /** No check finds an error. */
    public TopologyAssert canWork() {
        return hasNone(Severity.ERROR);
    }

    /** No check finds an error or a warning. */
    public TopologyAssert hasNoWarnings() {
        return hasNone(Severity.WARNING);
    }

    private TopologyAssert hasNone(Severity least) {
        List<Diagnostic> found = Validator.validate(topology).diagnostics().stream()
                .filter(finding -> finding.severity().compareTo(least) <= 0)
                .toList();
        if (!found.isEmpty()) {
            throw new AssertionError(new Report(topology.address(), found).toString());
        }
        return this;
    }

    /** All of these rules hold; what breaks any of them is told together. */
    public TopologyAssert keeps(TopologyRule... rules) {
        return keeps(Arrays.asList(rules));
    }

    /** All of these rules hold; what breaks any of them is told together. */
    public TopologyAssert keeps(List<TopologyRule> rules) {
        List<RuleResult> broken = rules.stream()
                .map(rule -> rule.evaluate(estate))
                .filter(result -> !result.holds())
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.stream().map(RuleResult::toString).collect(Collectors.joining("\n\n")));
        }
        return this;
    }

    /** The source reaches the target, with a login or without. */
    public TopologyAssert lets(Source from, Target reach) {
        Answer answer = estate.reachability().ask(from, reach);
        return answer.isReached() ? this : wrong(from + " should reach " + reach, answer);
    }

    /** The source does not reach the target on any way. */
    public TopologyAssert doesNotLet(Source from, Target reach) {
        Answer answer = estate.reachability().ask(from, reach);
        return answer.isReached() ? wrong(from + " should not reach " + reach, answer) : this;
    }

    /** The source reaches the target, and every way asks for a login. */
    public TopologyAssert asksForLogin(Source from, Target reach) {
        Answer answer = estate.reachability().ask(from, reach);
        return answer.verdict() == Verdict.LOGIN
                ? this
                : wrong(from + " should reach " + reach + " with a login only", answer);
    }

    /** The service of that reference, as {@code data/postgres}, is there and to run. */
    public ServiceAssert service(String id) {
        Subject.OfService found = estate.service(ServiceId.of(id)).orElseThrow(() -> {
            String all =
                    estate.services().stream().map(one -> one.id().toString()).collect(Collectors.joining(", "));
            return new AssertionError(estate + " has no service " + id + " that is to run. There is: " + all + ".");
        });
        return new ServiceAssert(this, found);
    }

    /** Nobody reaches more than in the other topology, and no login was taken away. */
    public TopologyAssert opensNoMoreThan(Topology before) {
        ExposureDifference change =
                Reachability.of(before).exposure().to(estate.reachability().exposure());
        List<ExposureDifference.Change> opened = change.opened();
        if (!opened.isEmpty()) {
            throw new AssertionError(estate + " should open no more than before:"
                    + opened.stream().map(one -> "\n    " + one).collect(Collectors.joining()));
        }
        return this;
    }

    private static TopologyAssert wrong(String expected, Answer answer) {
        throw new AssertionError(expected + ", but " + answer);
    }
}
