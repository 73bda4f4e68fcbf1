package kz.tapbot.examples.honest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.junit.RuleTests;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.rule.library.RulePack;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does everything right is told nothing, but for what he acknowledges himself. */
class HonestEstatesTest {

    @ParameterizedTest
    @EnumSource
    void no_check_finds_anything(HonestEstates estate) {
        assertThat(Validator.validate(estate.topology()).diagnostics())
                .extracting(finding -> finding.code().id() + " " + finding.address())
                .isEqualTo(estate == HonestEstates.METRICS ? List.of("TB2011 service:main/node-exporter") : List.of());
    }

    @TestFactory
    Stream<DynamicContainer> every_standard_rule_holds() {
        return Arrays.stream(HonestEstates.values())
                .map(estate -> DynamicContainer.dynamicContainer(
                        estate.name(), RuleTests.of(estate.topology(), ReadyRules.standard())));
    }

    @TestFactory
    Stream<DynamicContainer> so_does_what_is_offered_of_secrets_availability_and_what_goes_together() {
        List<TopologyRule> offered = Stream.of(RulePack.SECRETS, RulePack.AVAILABILITY, RulePack.COMPATIBILITY)
                .flatMap(pack -> pack.offered().stream())
                .toList();
        return Arrays.stream(HonestEstates.values())
                .map(estate ->
                        DynamicContainer.dynamicContainer(estate.name(), RuleTests.of(estate.topology(), offered)));
    }
}
