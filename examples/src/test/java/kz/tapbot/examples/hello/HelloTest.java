package kz.tapbot.examples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kz.tapbot.examples.Golden;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.Test;

class HelloTest {

    private final Topology hello = Hello.topology();

    @Test
    void it_can_work() {
        assertThat(Validator.validate(hello).hasErrors()).isFalse();
    }

    @Test
    void its_plan_fits_a_page_and_applies() throws IOException {
        TapbotRuntime runtime =
                TapbotRuntime.builder().driver(MemoryEstate.create().driver()).build();

        Golden.assertSame("hello-plan.txt", PlanText.render(runtime.plan(hello)).strip());
        assertThat(runtime.apply(hello, ApplyOptions.standard()).isDone()).isTrue();
        assertThat(runtime.plan(hello).isEmpty()).isTrue();
        assertThat(runtime.prove(hello).holds()).isTrue();
    }
}
