package kz.tapbot.junit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.DynamicTest;

/**
 * Rules as tests, each with its sentence as its name, for a method with {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> ready_rules() {
 *     return RuleTests.of(TOPOLOGY, ReadyRules.standard());
 * }
 * }</pre>
 *
 * <p>Needs {@code junit-jupiter-api} 5.3 or newer on the class path of the tests; Tapbot brings none.
 */
public final class RuleTests {

    private RuleTests() {}

    /** A test for every rule. What they look up in the topology is computed once for all. */
    public static Stream<DynamicTest> of(Topology topology, Collection<? extends TopologyRule> rules) {
        Estate estate = Estate.of(topology);
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.sentence(), () -> check(rule, estate)));
    }

    /** A test for every rule. */
    public static Stream<DynamicTest> of(Topology topology, TopologyRule... rules) {
        return of(topology, Arrays.asList(rules));
    }

    /**
     * A test for every constant of the class that is a rule, in the order of their names.
     *
     * @throws IllegalArgumentException if there is none, or one cannot be read
     */
    public static Stream<DynamicTest> declaredIn(Class<?> holder, Topology topology) {
        List<Field> fields = Arrays.stream(holder.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> TopologyRule.class.isAssignableFrom(field.getType()))
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(holder.getName() + " has no static field of type "
                    + TopologyRule.class.getName() + ", so that nothing would be tested.");
        }
        List<TopologyRule> rules = new ArrayList<>();
        for (Field field : fields) {
            rules.add(value(field));
        }
        return of(topology, rules);
    }

    /** One test: no check finds an error. Put before the others, it says first what makes them fail. */
    public static DynamicTest canWork(Topology topology) {
        return DynamicTest.dynamicTest("topology \"" + topology.name() + "\" can work", () -> {
            Report report = Validator.validate(topology);
            if (report.hasErrors()) {
                throw new AssertionError(report.toString());
            }
        });
    }

    private static TopologyRule value(Field field) {
        try {
            field.setAccessible(true);
            if (field.get(null) instanceof TopologyRule rule) {
                return rule;
            }
            throw new IllegalArgumentException(field + " holds no rule.");
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(field + " cannot be read.", e);
        }
    }

    private static void check(TopologyRule rule, Estate estate) {
        RuleResult result = rule.evaluate(estate);
        if (!result.holds()) {
            throw new AssertionError(result.toString());
        }
    }
}
