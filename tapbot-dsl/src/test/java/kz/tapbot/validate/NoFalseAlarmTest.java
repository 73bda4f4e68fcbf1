package kz.tapbot.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A check that cries wolf teaches people not to listen. */
class NoFalseAlarmTest {

    @Test
    void a_good_estate_is_told_nothing() {
        assertThat(Validator.validate(TapbotEstate.topology())).hasToString("Topology \"tapbot-kz\" has no findings");
    }
}
